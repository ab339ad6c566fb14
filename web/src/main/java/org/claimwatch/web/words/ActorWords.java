package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Actors: who speaks, through whom, and where they stand. */
public interface ActorWords {
    ActorWords SAY = Bundle.of(ActorWords.class);

    @English("Actor")
    String kicker();

    @English("also")
    String also();

    @English("Positions")
    String positions();

    @English("Reversals")
    String reversals();

    @English("Who quotes this actor, and who speaks about it")
    String quotesAndSpeaks();

    @English("Quoted by")
    String quotedBy();

    @English("No outlet in this period.")
    String noOutlet();

    @English("some through <bdi>{through}</bdi>")
    RawString someThrough(String through);

    @English("Affiliations over time")
    String affiliations();

    @English("No article says what this actor belongs to.")
    String noAffiliation();

    @English("{first} to {last}")
    RawString span(RawString first, RawString last);

    @English("Spoken about by")
    String spokenAboutBy();

    @English("Speakers toward this actor")
    String toward();

    @English("No speaker took a side toward this actor in this period.")
    String noToward();

    @English("In outlets’ own voice")
    String ownVoice();

    @English("Outlets toward this actor, outside all quotations")
    String outletsToward();

    @English("No outlet took a side toward this actor in its own voice.")
    String noOutletToward();

    @English("Statements")
    String statements();

    @English("Nothing was quoted in this period. Try a longer one.")
    String nothingQuoted();

    @English("Actors")
    String actors();

    @English("{total, plural, one{<b>#</b> actor spoke} other{<b>#</b> actors spoke}}")
    RawString spoke(Number total);

    @English("Nobody was quoted in this period. Try a longer one.")
    String nobody();

    @English("Actor")
    String actorHead();

    @English("Statements")
    String statementsHead();

    @English("Outlets")
    String outletsHead();

    @English("Claims")
    String claimsHead();

    @English(
            "{kind, select, PERSON{person} ORGANISATION{organisation} ORGANIZATION{organization} GROUP{group} OUTLET{outlet} COUNTRY{country} PLACE{place} other{unknown}}")
    String kind(String kind);

    @English("Positions over time")
    String positionsTitle();

    @English("{polarity, select, FAVOR{favours} AGAINST{against} other{neutral on}} {target}, {outlet}, {at}")
    String event(Enum<?> polarity, String target, String outlet, String at);

    @English("No stance was read in these statements.")
    String noStance();

    @English("Most often toward {target}: {counts}.")
    String most(String target, String counts);

    @English("No position turned in this period.")
    String noTurn();

    @English("{reversals} in this period; a dashed line joins both statements.")
    String turned(String reversals);

    @English("{doubtful} left out.")
    String leftOut(String doubtful);

    @English("{n} {polarity, select, FAVOR{favours} AGAINST{against} other{neutral}}")
    String count(Enum<?> polarity, Number n);

    @English("{one}, {other}")
    String listed(String one, String other);

    @English("Target")
    String target();

    @English("▲ favours")
    String favours();

    @English("▼ against")
    String against();

    @English("■ neutral")
    String neutral();

    @English("all")
    String showAll();

    @English("never heard before")
    String showNew();

    @English("{shown} of {total}, show all")
    String someOf(Number shown, Number total);
}
