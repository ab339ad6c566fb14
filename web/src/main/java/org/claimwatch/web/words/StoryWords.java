package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Stories: the same event as each outlet tells it. */
public interface StoryWords {
    StoryWords SAY = Bundle.of(StoryWords.class);

    @English("Stories")
    String stories();

    @English("{total, plural, one{<b>#</b> story} other{<b>#</b> stories}}")
    RawString total(Number total);

    @English("No story moved in this period. Try a longer one.")
    String noStory();

    @English("{first} to {last}")
    RawString span(RawString first, RawString last);

    @English("Story")
    String kicker();

    @English("{first} to {last}")
    RawString spanOf(RawString first, RawString last);

    @English("Timeline")
    String timeline();

    @English("As each outlet tells it")
    String asTold();

    @English("Outlet")
    String outlet();

    @English("Leads with")
    String leadsWithHead();

    @English("Quotes")
    String quotesHead();

    @English("Own voice")
    String ownVoiceHead();

    @English("Leaves out")
    String leavesOutHead();

    @English("leads with")
    String leadsWith();

    @English("no claim was read")
    String noClaimRead();

    @English("quotes")
    String quotes();

    @English("nobody by name")
    String nobodyByName();

    @English("own voice")
    String ownVoice();

    @English("takes no side")
    String takesNoSide();

    @English("leaves out")
    String leavesOut();

    @English("nothing that two others have")
    String nothingTwoHave();

    @English("Claims in it")
    String claimsInIt();

    @English("The machine found no claim in these articles.")
    String noClaim();

    @English("Articles of each outlet")
    String timelineTitle();

    @English("Only {outlet} tells it, since {at}.")
    String onlyOne(String outlet, String at);

    @English(
            "{outlet} told it first, {at}; the last of {others} came {lag}.{days, select, true{ A bar: the day is known and not the hour, so the mark stands at its end.} other{}}")
    String toldFirst(String outlet, String at, String others, String lag, Boolean days);

    @English("Articles")
    String articles();

    @English("First")
    String first();

    @English("Latest")
    String latest();

    @English("Outlet")
    String outletHead();

    @English("all")
    String showAll();

    @English("moving")
    String showMoving();

    @English("{n, plural, =0{none} one{#} other{#}} in the period before")
    String before(Number n);

    @English("No story is told much more often than in the period before. All time has none before it to compare with.")
    String noneMoves();

    @English(
            "A story moves when the period has at least three articles of it, and so many more than the period before that it is twice what chance makes of such a number.")
    String movingRule();
}
