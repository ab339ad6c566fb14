package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Search, its form, and searches that are kept. */
public interface SearchWords {
    SearchWords SAY = Bundle.of(SearchWords.class);

    @English("Search")
    String title();

    @English("Search")
    String heading();

    @English("Remove {label}")
    String removeChip(String label);

    @English("as")
    String asWhat();

    @English("keep this search")
    String keepThis();

    @English("save as monitor")
    String saveAsMonitor();

    @English("Narrow by speaker, outlet, stance, form, country, language, month")
    String narrow();

    @English("Count the matches of each")
    String countFacets();

    @English("They are being counted.")
    String countingFacets();

    @English("Nothing is looked for until the query is understood.")
    String notUnderstood();

    @English("Nothing matches in this period. Try a longer one, or remove a filter.")
    String nothing();

    @English(
            "Words are matched whole, whatever their accents and capitals; <code>cease*</code> takes any ending. Put a phrase in quotation marks, exclude with a minus, take either with OR, group with brackets, find words near each other with NEAR/5; narrow with <code>speaker:enfield</code>, <code>outlet:\"Counting House\"</code>, <code>stance:against</code> and other fields.")
    RawString help();

    @English("Pages")
    String pages();

    @English("← newer")
    String newer();

    @English("older →")
    String older();

    @English("{first} to {last}")
    RawString span(RawString first, RawString last);

    @English("Search in a form")
    String inForm();

    @English("Search")
    String kicker();

    @English(
            "Whatever is filled in must hold, all of it together. The form writes a query; you can change it by hand afterwards.")
    String formWhat();

    @English("Words")
    String words();

    @English("All of these words")
    String all();

    @English("Any of these words")
    String any();

    @English("None of these words")
    String none();

    @English("A phrase in “quotation marks”; a star for any ending: <code>cease*</code>.")
    RawString phraseHint();

    @English("This word")
    String thisWord();

    @English("near this")
    String nearThis();

    @English("words apart")
    String wordsApart();

    @English("Who, where, when")
    String whoWhereWhen();

    @English("Several values, separated by commas: one of them is enough. “Is like” takes a part of the name.")
    String several();

    @English("{label}: how")
    String howOf(String label);

    @English("Further conditions, in the query language")
    String further();

    @English("Search")
    String search();

    @English("Cancel")
    String cancel();

    @English("Keep a search")
    String keep();

    @English("Searches")
    String searchesLink();

    @English("Name")
    String name();

    @English("For whom")
    String forWhom();

    @English("for me")
    String forMe();

    @English("for all of {teamName}")
    String forAll(String teamName);

    @English("Keep it")
    String keepIt();

    @English("Searches")
    String searches();

    @English(
            "Searches kept under a name. They find what there is when they are opened; a <a href=\"{href}/monitors\">monitor</a> watches, mails and alerts.")
    RawString savedWhat(Object href);

    @English("None yet. <a href=\"/search\">Search</a> for what matters to you and choose “keep this search”.")
    RawString noneYet();

    @English("Yours")
    String yours();

    @English("{teamName}’s")
    String teams(String teamName);

    @English(
            "<b>{total}</b> {kind, select, STATEMENTS{{total, plural, one{statement} other{statements}}} ARTICLES{{total, plural, one{article} other{articles}}} CLAIMS{{total, plural, one{claim} other{claims}}} other{{total, plural, one{story} other{stories}}}}")
    RawString total(Enum<?> kind, Number total);

    @English("{from} to {to}")
    String range(String from, String to);

    @English("the beginning")
    String theBeginning();

    @English("now")
    String now();

    @English(
            "{name, select, speaker{Speaker} outlet{Outlet} stance{Stance} form{Form} country{Country} lang{Language} other{Month}}")
    String facet(String name);

    @English(
            "{how, select, LIKE{{of, select, named{is like} words{has the words} other{is}}} EXACTLY{is exactly} UNLIKE{{of, select, named{is not like} words{lacks the words} other{is not}}} other{is not exactly}}")
    String how(Enum<?> how, String of);

    @English(
            "{value, select, favor{in favour} against{against} neutral{neutral} direct{direct} indirect{indirect} mixed{mixed} yes{yes} no{no} other{either}}")
    String value(String value);

    @English("at least {value}")
    String atLeast(String value);

    @English(
            "{field, select, SPEAKER{Speaker} TARGET{Target of a stance} OUTLET{Outlet} COUNTRY{Country of the outlet} LANG{Language} FORM{Form of speech} VIA{Came through} STANCE{Stance} CLAIM{Claim} TOPIC{Headline, section or story} SINCE{Published since} UNTIL{Published until} DOUBTFUL{Doubtful reading} other{Check-worthy}}")
    String field(Enum<?> field);

    @English(
            "{field, select, COUNTRY{two letters: DE, SY} LANG{a code: en, de, ar} SINCE{2025, 2025-09 or 2025-09-30, in UTC} UNTIL{2025, 2025-09 or 2025-09-30, in UTC} other{}}")
    String hint(Enum<?> field);

    @English(
            "This query is not understood, so that it does not go into the fields; it stands under Further conditions. {sentence}")
    String queryMisread(String sentence);

    @English(
            "The fields have no room for a part of this query; it stands under Further conditions as it is written, and stays.")
    String noRoom();

    @English("Further conditions: {problem}")
    String furtherProblem(String problem);

    @English(
            "{field}: expected words and “phrases” only; fields have their own places below, and whatever else the query language has goes into Further conditions.")
    String wordsOnly(String field);

    @English("Near each other: expected one word or “phrase” in each of the two fields.")
    String nearNeeds();

    @English("{field}, “{value}”: expected {expected}.")
    String fieldNeeds(String field, String value, String expected);

    @English("To keep a search for the whole team needs the role {analyst} in {team}; yours is {yours}.")
    String keepForTeamNeeds(String analyst, String team, String yours);

    @English("Give the search a name of 1 to {most} characters.")
    String giveName(Number most);

    @English("There is a search named “{name}” already: choose another name, or remove that one.")
    String nameTaken(String name);

    @English("To remove a team''s search needs the role {analyst} in {team}; yours is {yours}.")
    String removeNeeds(String analyst, String team, String yours);

    @English("Atom feed")
    String atomFeed();

    @English("for discourse networks")
    String forNetworks();

    @English(
            "{value, select, favor{favor} against{against} neutral{neutral} DIRECT{DIRECT} INDIRECT{INDIRECT} MIXED{MIXED} direct{direct} indirect{indirect} mixed{mixed} other{{value}}}")
    String facetValue(String value);

    @English("{what}, {period}")
    String sentence(String what, String period);

    @English("{kind, select, STATEMENTS{Statements} ARTICLES{Articles} CLAIMS{Claims} other{Stories}} ({n})")
    String tab(Enum<?> kind, String n);

    @English("Narrow by a query")
    String narrowBy();

    @English("Query")
    String query();
}
