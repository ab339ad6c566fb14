package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Reviews: the queue, corrections, what a team said of the machine's readings. */
public interface ReviewWords {
    ReviewWords SAY = Bundle.of(ReviewWords.class);

    @English("Review queue")
    String queue();

    @English("Reviews")
    String kicker();

    @English("<b>{today}</b> reviewed by you today")
    RawString today(Number today);

    @English("{lastHour} in the last hour")
    String lastHour(Number lastHour);

    @English("{counted} {basket, select, true{of <a href=\"{href}\">your basket</a> wait} other{wait}}")
    RawString waiting(String counted, Boolean basket, String href);

    @English("{n, plural, one{# reading} other{# readings}}")
    String readings(Number n);

    @English(
            "{deed, select, ACCEPTED{Undo accepting} REJECTED{Undo rejecting} CORRECTED{Undo correcting} other{Undo skipping}} <bdi>{speaker}</bdi> <kbd>u</kbd>")
    RawString undo(String deed, String speaker);

    @English("Why this one: {why}.")
    String whyThis(String why);

    @English("Accept <kbd>a</kbd>")
    RawString accept();

    @English("Not a statement <kbd>r</kbd>")
    RawString notStatement();

    @English("Comment, if any")
    String comment();

    @English("Skip <kbd>s</kbd>")
    RawString skip();

    @English("Correct it <kbd>c</kbd>")
    RawString correctIt();

    @English("What was said")
    String whatWasSaid();

    @English("begins at")
    String beginsAt();

    @English("ends before")
    String endsBefore();

    @English("Characters of the article’s text, counted from 0; arrow keys move an end by one.")
    String characters();

    @English("A direct quotation runs from mark to mark.")
    String markToMark();

    @English(
            "Drag the ends of what is marked, or move them with the arrow keys: by a character, with Ctrl or Alt by a word.")
    String dragEnds();

    @English("The text, with what was said marked")
    String inText();

    @English("Beginning of what was said")
    String begin();

    @English("End of what was said")
    String end();

    @English("Speaker")
    String speaker();

    @English("Stance of the speaker")
    String stanceOfSpeaker();

    @English("toward")
    String toward();

    @English("side")
    String side();

    @English("none was read")
    String noneRead();

    @English("no stance")
    String noStance();

    @English("Another target takes the place of this one.")
    String anotherTarget();

    @English("Claim")
    String claim();

    @English("as read")
    String asRead();

    @English("It belongs to no claim.")
    String noClaimAtAll();

    @English("None was read.")
    String noClaimRead();

    @English("No claim says anything like “{words}”.")
    String noClaimLike(String words);

    @English("Another claim, by words of it or its number")
    String anotherClaim();

    @English("Look for claims")
    String look();

    @English("What it does to the claim")
    String standsToIt();

    @English("asserts it")
    String asserts();

    @English("denies it")
    String denies();

    @English("Save the correction")
    String saveCorrection();

    @English("Nothing waits for you. New readings arrive as articles are read.")
    String nothingWaits();

    @English("▲ favours")
    String favours();

    @English("▼ against")
    String against();

    @English("■ neutral")
    String neutral();

    @English("Reviews")
    String reviews();

    @English("Blind coding")
    String blindCoding();

    @English("Open the queue")
    String openQueue();

    @English("What members of {teamName} said of the machine’s readings; no other team sees it.")
    String what(String teamName);

    @English("{total, plural, one{<b>#</b> review} other{<b>#</b> reviews}}")
    RawString total(Number total);

    @English("JSON Lines, as gold")
    String asGold();

    @English("None yet. Every statement has a “review” under it for analysts.")
    String noneYet();

    @English("{by} {verdictWord, select, accepted{accepted} rejected{rejected} other{corrected}}")
    String labelOf(String by, String verdictWord);

    @English(
            "<b>{by}</b> {verdictWord, select, accepted{accepted} rejected{rejected} other{corrected}} this reading, {at}")
    RawString saidOf(String by, String verdictWord, RawString at);

    @English("(undone)")
    String undone();

    @English("A later analysis reads this text differently.")
    String readDifferently();

    @English(
            "the machine is {level, plural, =2{sure} =1{fairly sure} one{unsure} other{unsure}} of {ofClaim, select, true{its claim} other{the reading}} ({number})")
    String why(Number level, Boolean ofClaim, String number);

    @English("{n, plural, one{# outlet carries its claim} other{# outlets carry its claim}}")
    String carry(Number n);

    @English("it is check-worthy")
    String checkWorthy();

    @English("{one}; {other}")
    String reasons(String one, String other);

    @English("you are correcting it")
    String correcting();

    @English("There is no claim no. {number}.")
    String noClaim(String number);

    @English("A name has at most 200 characters.")
    String longName();

    @English("Words to look for have at most 500 characters.")
    String longWords();

    @English("A stance has a target and a side; say both, or neither.")
    String targetAndSide();

    @English("Choose one of the claims that were found, or take the words away.")
    String chooseClaim();

    @English("Nothing is corrected yet: change a field, or accept the reading.")
    String nothingCorrected();

    @English("A review accepts or rejects a reading; this one did neither.")
    String acceptsOrRejects();

    @English("A comment has at most 2,000 characters.")
    String longComment();

    @English("The words begin and end within the text: numbers from 0 to {length}, the end after the beginning.")
    String wordsWithin(Number length);

    @English("A direct quotation runs from mark to mark; yours begins or ends elsewhere.")
    String quotedWithin();
}
