package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Blind coding: rounds, passages, agreement. */
public interface CodingWords {
    CodingWords SAY = Bundle.of(CodingWords.class);

    @English("Blind coding")
    String kicker();

    @English("<b>{done}</b> of {items} done by you")
    RawString done(Number done, Number items);

    @English("Passage")
    String passage();

    @English("Form of what is marked")
    String formOf();

    @English("direct quotation")
    String direct();

    @English("paraphrase")
    String paraphrase();

    @English("partly quoted")
    String partly();

    @English("no statement of anybody")
    String noStatement();

    @English("Speaker, as the text names them")
    String speaker();

    @English("The speaker’s stance toward what it is about")
    String stance();

    @English("The speaker’s stance toward <q dir=\"auto\">{target}</q>")
    RawString stanceToward(String target);

    @English("none")
    String none();

    @English("Which claim it makes, or denies")
    String whichClaim();

    @English("none of these")
    String noneOfThese();

    @English("closed")
    String closed();

    @English("It was closed before two were through.")
    String notTwo();

    @English("What each read")
    String readings();

    @English("Those first that the coders read differently; what the machine reads today is beside it.")
    String readingsWhat();

    @English("Readings of {words}")
    String readingsOf(String words);

    @English("the coders agree")
    String agreed();

    @English("the coders differ on: {fields}")
    String differ(String fields);

    @English("stance asked toward {target}")
    String asked(String target);

    @English("machine")
    String machine();

    @English("the passage")
    String asPassage();

    @English("Form")
    String formField();

    @English("Speaker")
    String speakerField();

    @English("Stance")
    String stanceField();

    @English("Words")
    String spanField();

    @English("Claim")
    String claimField();

    @English("{form, select, DIRECT{direct quotation} INDIRECT{paraphrase} MIXED{partly quoted} other{no statement}}")
    String formWord(String form);

    @English("{side, select, FAVOR{▲ favours} AGAINST{▼ against} NEUTRAL{■ neutral} other{none}}")
    String side(String side);

    @English("Close the round")
    String close();

    @English(
            "Nobody codes it any more, and whoever is not through is left out of the figures. It cannot be opened again.")
    String closeWhat();

    @English("Close it")
    String closeIt();

    @English("The words begin and end within the text, the end after the beginning.")
    String wordsWithin();

    @English("Save and go on")
    String saveGoOn();

    @English("Agreement")
    String agreement();

    @English("Agreement by field and coder")
    String agreementBy();

    @English("Field")
    String field();

    @English("Coder")
    String coder();

    @English("Alpha")
    String alpha();

    @English("95 % interval")
    String interval();

    @English("Units")
    String units();

    @English("all")
    String all();

    @English(
            "Krippendorff’s alpha for nominal values: 1 is perfect, 0 is chance. The interval is of 1,000 samples of the passages drawn with replacement. A coder’s line compares that one with each of the others. Words are the same where both ends are; who is not through is left out.")
    String alphaWhat();

    @English("It is shown once you are through and another is, or once the round is closed.")
    String notYet();

    @English("Blind coding")
    String blindCoding();

    @English("Reviews")
    String reviews();

    @English("Two people or more read the same passages, and none sees another’s reading before being through.")
    String what();

    @English("No round yet. One is a random sample of what was read last.")
    String noRound();

    @English("{items, plural, one{# passage} other{# passages}}")
    String passages(Number items);

    @English("{mine} done by you")
    String mine(Number mine);

    @English("by {by}")
    String by(String by);

    @English("Name of a new round")
    String nameOfNew();

    @English("Passages")
    String passagesField();

    @English("Draw the passages")
    String draw();

    @English("{low} to {high}")
    String range(String low, String high);

    @English("not defined")
    String notDefined();

    @English("nothing varies")
    String nothingVaries();

    @English("{field, select, form{form} speaker{speaker} span{words} claim{claim} other{stance}}")
    String fieldName(String field);

    @English("Give the round a name of its own.")
    String nameIt();

    @English("A round has 1 to 500 passages.")
    String size();

    @English("Choose a form and a stance, and name the speaker as the text does.")
    String choose();

    @English("{n, plural, one{<b>#</b> round} other{<b>#</b> rounds}}")
    RawString total(Number n);
}
