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

    @English("none")
    String none();

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
            "Krippendorff’s alpha for nominal values: 1 is perfect, 0 is chance. The interval is of 1,000 samples of the passages drawn with replacement. A coder’s line compares that one with each of the others.")
    String alphaWhat();

    @English("It is shown once everybody who began is through, and two are.")
    String notYet();

    @English("Blind coding")
    String blindCoding();

    @English("Reviews")
    String reviews();

    @English(
            "Two people or more read the same passages, and none sees another’s reading before all who began are through.")
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

    @English("{field, select, form{form} speaker{speaker} other{stance}}")
    String fieldName(String field);

    @English("Give the round a name of its own.")
    String nameIt();

    @English("A round has 1 to 500 passages.")
    String size();

    @English("Choose a form and a stance, and name the speaker as the text does.")
    String choose();
}
