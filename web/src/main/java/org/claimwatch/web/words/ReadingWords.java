package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** What the machine read, as all pages show it: statements, claims, stances, reversals, what people said of them. */
public interface ReadingWords {
    ReadingWords SAY = Bundle.of(ReadingWords.class);

    @English("The article does not name the speaker")
    String unnamed();

    @English("The machine read another name; a person said that it is the same")
    String readAsWhy();

    @English("· read as “<bdi>{readAs}</bdi>”")
    RawString readAs(String readAs);

    @English("basket")
    String basket();

    @English("to")
    String to();

    @English("archived page")
    String archivedPage();

    @English("Read by the machine; no person has confirmed it here")
    String byMachineWhy();

    @English("denies")
    String denies();

    @English("claim")
    String claim();

    @English("{outlets}, {origins}")
    String ofClaim(String outlets, String origins);

    @English("doubtful whether of this claim")
    String doubtfulOfClaim();

    @English(", denied {denies}×")
    String ofClaimDenied(Number denies);

    @English("{name} {verdict, select, accepted{accepted} rejected{rejected} other{corrected}} this reading, {at}")
    RawString thisReading(String name, String verdict, RawString at);

    @English(", to <span class=\"corrections\" dir=\"auto\">{corrections}</span>")
    RawString correctedTo(String corrections);

    @English("speaker: {name}")
    String correctedSpeaker(String name);

    @English("said: {words}")
    String correctedWords(String words);

    @English("{polarity, select, FAVOR{▲ favours} AGAINST{▼ against} other{■ neutral toward}} {target}")
    String correctedStance(Enum<?> polarity, String target);

    @English("no stance toward {target}")
    String correctedNoStance(String target);

    @English("{denies, select, true{denies} other{claim}}: {text}")
    String correctedClaim(Boolean denies, String text);

    @English("{denies, select, true{denies} other{asserts}} its claim")
    String correctedSide(Boolean denies);

    @English("no claim")
    String correctedNoClaim();

    @English("{one}; {other}")
    String also(String one, String other);

    @English("in context")
    String inContext();

    @English("cite")
    String cite();

    @English("Copy the citation")
    String copyCitation();

    @English("Copied")
    String copied();

    @English("Way of the words")
    String wayOfWords();

    @English(
            "Read by a machine with confidence {confidence} of 1{state, select, accepted{, confirmed by a person} corrected{, corrected by a person} rejected{, rejected by a person} other{, confirmed by nobody}}; version {version} of the article; Claimwatch")
    String citedReading(String state, String confidence, Number version);

    @English(
            "{state, select, corrected{A person corrected this reading: cite it as corrected, not as it stands here.} rejected{A person rejected this reading: do not cite it.} other{The machine doubts this reading: compare it with the article before you cite it.}}")
    String citeWithCare(String state);

    @English("review")
    String review();

    @English("Comment, if any")
    String comment();

    @English("Accept the reading")
    String accept();

    @English("Reject it")
    String reject();

    @English("original page")
    String original();

    @English("machine")
    String machine();

    @English("confirmed by a person")
    String confirmed();

    @English("corrected by a person")
    String corrected();

    @English("corrected by a person; the machine read {read}")
    String correctedFrom(String read);

    @English("the speaker as “{name}”")
    String speakerAs(String name);

    @English("the words as {words}")
    String wordsAs(String words);

    @English("no such stance")
    String noSuchStance();

    @English("the stance as “{stance}”")
    String stanceAs(String stance);

    @English(
            "<mark class=\"content\">what was said</mark> <mark class=\"cue\">cue</mark> <mark class=\"speaker\">speaker</mark>")
    RawString legend();

    @English("in the article")
    String inArticle();

    @English("Factual, verifiable and of public interest")
    String checkWorthyWhy();

    @English("check-worthy")
    String checkWorthy();

    @English("contested")
    String contested();

    @English("Somebody asserts it, somebody denies it")
    String contestedWhy();

    @English("Below 0.7 of 1: counted nowhere")
    String doubtWhy();

    @English("{firstWord} {firstOutlet}, {firstSeen}")
    RawString firstSeen(String firstWord, String firstOutlet, RawString firstSeen);

    @English("Tags")
    String tags();

    @English("Take this tag off")
    String takeTag();

    @English("Take off the tag {name}")
    String takeTagOf(String name);

    @English("Delete<span class=\"hidden\"> the note of {by}</span>")
    RawString deleteNote(String by);

    @English("tag or note")
    String tagOrNote();

    @English("Tag")
    String tag();

    @English("Note")
    String note();

    @English("Keep for the team")
    String keepForTeam();

    @English("said the opposite on")
    String opposite();

    @English("before")
    String before();

    @English("then")
    String then();

    @English("Undone, {undone}.")
    RawString undoneAt(RawString undone);

    @English("Undo<span class=\"hidden\"> what was said about {words}</span>")
    RawString undo(String words);

    @English("Your basket: {size}")
    String yourBasket(Number size);

    @English("Keep the ticks")
    String keepTicks();

    @English("Keep them, then older →")
    String keepTicksOlder();

    @English("Who")
    String who();

    @English("favours")
    String favours();

    @English("against")
    String against();

    @English("neutral")
    String neutral();

    @English("{holder} favours, {favour}")
    String favoursOf(String holder, Number favour);

    @English("{holder} against, {against}")
    String againstOf(String holder, Number against);

    @English("{holder} neutral, {neutral}")
    String neutralOf(String holder, Number neutral);

    @English("by <bdi>{by}</bdi>, {at}")
    RawString by(String by, RawString at);

    @English("Remove {name}")
    String removeOf(String name);

    @English("Remove")
    String remove();

    @English("{polarity, select, FAVOR{favours} AGAINST{against} other{neutral on}}")
    String stance(Enum<?> polarity);

    @English("unclear on")
    String unclear();

    @English("sure")
    String sure();

    @English("likely")
    String likely();

    @English("doubtful")
    String doubtful();

    @English("The machine''s confidence is {value} of 1")
    String confidence(String value);

    @English("{form, select, DIRECT{direct quotation} INDIRECT{paraphrase} other{partly quoted}}")
    String form(Enum<?> form);

    @English("{n, plural, =1{asserted once} =2{asserted twice} one{asserted # time} other{asserted # times}}")
    String asserted(Number n);

    @English("{n, plural, =1{denied once} =2{denied twice} one{denied # time} other{denied # times}}")
    String denied(Number n);

    @English("{one}, {other}")
    String both(String one, String other);

    @English("{order, select, WORTH{check-worthy first} RECENT{newest first} other{most outlets first}}")
    String order(Enum<?> order);

    @English("An editor of another team")
    String anEditor();

    @English("says the opposite of")
    String saysOpposite();

    @English("is")
    String is();

    @English("{n, plural, one{in # article is} other{in # articles is}}")
    String isInArticles(Number n);

    @English("{n, plural, one{in # statement is} other{in # statements is}}")
    String isInStatements(Number n);

    @English("{kind, select, STATEMENTS{statements} ARTICLES{articles} CLAIMS{claims} other{stories}}")
    String kind(Enum<?> kind);

    @English("on the same day")
    String sameDay();

    @English("at the same time")
    String sameTime();

    @English("{n} min later")
    String minutesLater(Number n);

    @English("{n, plural, one{# hour later} other{# hours later}}")
    String hoursLater(Number n);

    @English("{n, plural, one{# day later} other{# days later}}")
    String daysLater(Number n);

    @English("{uncertain, select, true{first read in} other{first seen in}}")
    String firstWord(Boolean uncertain);

    @English("no outlet for certain; {readings} in {outlets}")
    String uncertain(String readings, String outlets);

    @English("{readings}, in {outlets} more")
    String doubtfulMore(String readings, String outlets);
}
