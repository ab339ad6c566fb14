package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Verdicts of a team on claims that it checked, and their page for others. */
public interface VerdictWords {
    VerdictWords SAY = Bundle.of(VerdictWords.class);

    @English("Your team’s verdict")
    String yours();

    @English("said by <bdi>{claimant}</bdi>")
    RawString said(String claimant);

    @English("published by <bdi>{organisation}</bdi>")
    RawString publishedBy(String organisation);

    @English("all verdicts")
    String allVerdicts();

    @English("The claim as it was judged:")
    String asJudged();

    @English("ClaimReview to paste into the published page")
    String toPaste();

    @English("Your team has given no verdict on this claim.")
    String noneYet();

    @English("what was said before")
    String saidBefore();

    @English("of the opposite:")
    String ofOpposite();

    @English("taken back by {undoneBy}, {undone}")
    RawString takenBackBy(String undoneBy, RawString undone);

    @English("Take it back")
    String takeBack();

    @English(": “{rating}” counts again")
    String countsAgain(String rating);

    @English("change the verdict")
    String change();

    @English("give a verdict")
    String give();

    @English("In words")
    String inWords();

    @English("False")
    String asFalse();

    @English("In figures, 1 is the worst")
    String inFigures();

    @English("The best figure of the scale")
    String bestFigure();

    @English("Why")
    String why();

    @English("Address of the published fact-check")
    String addressOf();

    @English("Organisation")
    String organisation();

    @English("Its address, if you like")
    String itsAddress();

    @English("Who said it: read by the machine, so check it or leave it empty")
    String whoSaid();

    @English("a person")
    String person();

    @English("an organisation or group")
    String group();

    @English("Give this verdict")
    String giveThis();

    @English("Verdicts")
    String title();

    @English("Verdicts on claims")
    String heading();

    @English(
            "What the team says of claims that it checked. Editors give a verdict on a claim’s page; each change is kept, and the newest counts.")
    String what();

    @English("{total, plural, one{<b>#</b> claim with a verdict} other{<b>#</b> claims with a verdict}}")
    RawString total(Number total);

    @English(
            "No verdict yet. Open a <a href=\"/claims\">claim</a> that your team has checked, and say there what came of it.")
    RawString none();

    @English("the claim now says the opposite of these words")
    String oppositeNow();

    @English("published by <bdi>{organisation}</bdi>")
    RawString publishedByOrg(String organisation);

    @English("For others to read")
    String forOthers();

    @English(
            "Whoever has this address reads the verdicts above, as a page that carries ClaimReview and as a <a href=\"{href}/feed.jsonld\">feed of ClaimReview</a>; nobody’s name but the organisation’s is on it.")
    RawString whoeverHas(Object href);

    @English("Nobody outside the team can read them.")
    String nobodyOutside();

    @English("Close this address for good")
    String closeAddress();

    @English("Open an address")
    String openAddress();

    @English("Fact-checks of {name}")
    String factChecksOf(String name);

    @English("Published from Claimwatch")
    String publishedFrom();

    @English("{total, plural, one{<b>#</b> claim} other{<b>#</b> claims}}")
    RawString publishedTotal(Number total);

    @English("Verdict: {rating}")
    String verdictOf(String rating);

    @English("said by")
    String saidBy();

    @English("the fact-check of <bdi>{organisation}</bdi>")
    RawString theFactCheck(String organisation);

    @English("No verdict yet.")
    String noVerdict();

    @English("verdict:")
    String verdictTag();

    @English("fact-checked:")
    String factChecked();

    @English("Your team’s verdict")
    String yourTeams();

    @English("; the picture shows {drawn} of them by their strongest ties")
    String drawn(Number drawn);

    @English("verdicts on claims")
    String onClaims();

    @English("{value} of {best}")
    String figure(Number value, Number best);

    @English("And {pairs} more, in the table.")
    String moreInTable(String pairs);

    @English(
            "A verdict needs {what, select, words{the verdict in words, such as “False”} organisation{the organisation that says so} other{the address of the published fact-check}}: go back and add it.")
    String needs(String what);

    @English("A verdict in words and a name have at most {most} characters.")
    String namesAtMost(Number most);

    @English("An explanation has at most {most} characters: the published fact-check says more.")
    String explanationAtMost(Number most);

    @English(
            "{what, select, best{The best figure of the scale} other{The figure}} is a whole number from {least} to {most}: go back and change it.")
    String wholeNumber(String what, Number least, Number most);

    @English(
            "{what, select, organisation{The organisation’s address} other{The fact-check’s address}} begins with https:// or http://: go back and change it.")
    String beginsWith(String what);
}
