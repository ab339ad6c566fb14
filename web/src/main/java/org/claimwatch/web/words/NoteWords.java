package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Tags, notes and the basket: what people keep beside what was read. */
public interface NoteWords {
    NoteWords SAY = Bundle.of(NoteWords.class);

    @English("Tags and notes")
    String tagsAndNotes();

    @English("What members of {teamName} wrote beside statements, claims and articles; no other team sees it.")
    String what(String teamName);

    @English("Tags")
    String tags();

    @English("None yet. Statements, claims and articles have “tag or note” for analysts.")
    String noTags();

    @English("Notes")
    String notes();

    @English("None yet.")
    String noNotes();

    @English("beside")
    String beside();

    @English("Tags and notes")
    String kicker();

    @English(
            "{uses, plural, one{<b>#</b> time} other{<b>#</b> times}} in {teamName}; the newest 200 of each kind are shown.")
    RawString uses(Number uses, String teamName);

    @English("Claims")
    String claims();

    @English("Statements")
    String statements();

    @English("Articles")
    String articles();

    @English("Basket")
    String basketTitle();

    @English("Your basket")
    String yourBasket();

    @English(
            "Statements that you ticked, for {teamName}; nobody else sees them. They stay until you take them out, whatever page you go to.")
    String basketWhat(String teamName);

    @English("{total, plural, one{<b>#</b> statement} other{<b>#</b> statements}}")
    RawString total(Number total);

    @English("review them one by one")
    String reviewThem();

    @English("{correctedSentence}: they are neither shown nor exported.")
    String neither(String correctedSentence);

    @English(
            "Nothing is in it. <a href=\"/search\">Search</a>, and tick “basket” beside the statements that you want to keep.")
    RawString empty();

    @English("Empty the basket")
    String emptyBasket();

    @English("All {size} leave it; the statements themselves stay.")
    String allLeave(Number size);

    @English("Empty it")
    String emptyIt();

    @English(
            "{n, plural, one{# statement} other{# statements}} more in articles that have a newer version since, or were read anew and differently")
    String corrected(Number n);

    @English("A basket holds {most} statements at most: export it, empty it, and go on.")
    String basketFull(Number most);

    @English("There was neither a tag nor a note: go back and write one of them.")
    String neitherTagNorNote();

    @English("A tag has at most 60 characters, a note 5,000.")
    String tooLong();
}
