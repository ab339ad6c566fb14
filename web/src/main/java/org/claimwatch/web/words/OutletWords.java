package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Outlets: their voices, their list, adding one, how long texts are kept. */
public interface OutletWords {
    OutletWords SAY = Bundle.of(OutletWords.class);

    @English("Add an outlet")
    String addAn();

    @English("Outlets")
    String outlets();

    @English("See <a href=\"/outlets/{href}\" dir=\"auto\">{name}</a>.")
    RawString seeWatched(Object href, String name);

    @English("Its home page")
    String itsHomePage();

    @English(
            "Its feeds are looked for while you watch, and its name, language and country are proposed. Nothing is watched before you say so.")
    String addressHint();

    @English("Find its feeds")
    String findFeeds();

    @English("Import a list instead")
    String importInstead();

    @English("Searches of the last day")
    String searchesOfDay();

    @English("{stateWord}, {started}")
    RawString searchState(String stateWord, RawString started);

    @English("Add by hand, with the addresses of its feeds")
    String byHand();

    @English("RSS, Atom, JSON Feed, RDF, a sitemap, or a section page that links to articles. They are polled at once.")
    String feedsHint();

    @English("Feeds, one address a line")
    String feedsByLine();

    @English("Watch this outlet")
    String watch();

    @English("Cancel")
    String cancel();

    @English("Name")
    String name();

    @English("Home page")
    String homePage();

    @English("Language")
    String language();

    @English("Country")
    String country();

    @English("Owned")
    String owned();

    @English("not known")
    String notKnown();

    @English("privately")
    String privately();

    @English("public broadcaster")
    String publicBroadcaster();

    @English("by the state")
    String byState();

    @English("news agency")
    String newsAgency();

    @English("Outlet")
    String kicker();

    @English("<b>Silent</b> since {since}: {usual}.")
    RawString silentSince(RawString since, String usual);

    @English("Measured by its own past eight weeks, hour by hour of the week.")
    String measured();

    @English("Feeds")
    String feeds();

    @English("This outlet has no feed, so nothing of it is fetched.")
    String noFeed();

    @English("Stances")
    String stances();

    @English("Its own voice")
    String ownVoice();

    @English("Its own voice takes no side in this period.")
    String noOwnSide();

    @English("What it quotes")
    String whatItQuotes();

    @English("No stance was read in what it quotes.")
    String noQuotedStance();

    @English("Speakers and precedence")
    String speakersAndPrecedence();

    @English("Most quoted")
    String mostQuoted();

    @English("Nobody in this period.")
    String nobody();

    @English("All its statements")
    String allStatements();

    @English("First, and reprinting")
    String firstAndReprinting();

    @English("It carries no claim in this period.")
    String carriesNoClaim();

    @English("Articles")
    String articles();

    @English("None in this period. Try a longer one.")
    String noArticle();

    @English(", version {versions}")
    String version(Number versions);

    @English("How long texts are kept")
    String howLong();

    @English("Outlets")
    String outletsTitle();

    @English("Import")
    String importLink();

    @English("Export OPML")
    String exportOpml();

    @English("Add an outlet")
    String addOutlet();

    @English("{size, plural, one{<b>#</b> outlet} other{<b>#</b> outlets}}")
    RawString total(Number size);

    @English("No outlet is watched yet.")
    String noneWatched();

    @English(
            "<a href=\"/outlets/new\">Add the first</a> by its home page, or <a href=\"/outlets/import\">import a list</a>.")
    RawString addTheFirst();

    @English("An administrator of this instance can add one.")
    String administratorCan();

    @English("Outlet")
    String outletHead();

    @English("Articles")
    String articlesHead();

    @English("Statements")
    String statementsHead();

    @English("Newest")
    String newestHead();

    @English("Feeds")
    String feedsHead();

    @English("How long texts are kept: {outlet}")
    String howLongOf(String outlet);

    @English("Texts of this outlet are kept <b>{kept}</b>")
    RawString kept(String kept);

    @English(", counted from when each was fetched")
    String countedFrom();

    @English("{goneNow} are older and go in the next night (03:30 UTC).")
    String goneNow(Number goneNow);

    @English(
            "When a text goes, its statements, stances, reviews and archived page go with it, and claims and stories that nothing else speaks of. The article’s address stays, so that it is not fetched again.")
    String whatGoes();

    @English("Days")
    String days();

    @English(
            "Empty: for ever. A shorter time than now deletes what is older in the next night, and that cannot be undone.")
    String daysHint();

    @English("Keep texts this long")
    String keepThisLong();

    @English(
            "{kind, select, SITEMAP{sitemap} NEWS_SITEMAP{news sitemap} SECTION{section page} SECTION_PAGE{section page} HTML{web page} ATOM{Atom} JSON{JSON Feed} other{{kind}}}")
    String kind(String kind);

    @English(
            "{ownership, select, STATE{state-owned} PUBLIC{public broadcaster} AGENCY{news agency} other{privately owned}}")
    String ownership(String ownership);

    @English("no feed")
    String noFeedWord();

    @English("silent")
    String silent();

    @English("silent, {failing} failing")
    String silentFailing(Number failing);

    @English("{failing} of {feeds} failing")
    String failingOf(Number failing, String feeds);

    @English("not polled yet")
    String notPolled();

    @English("{feeds} well")
    String well(String feeds);

    @English("usual are {perWeek, plural, one{# article} other{# articles}} a week, and {missing} since then")
    String usual(Number perWeek, Number missing);

    @English("None of its {claims, plural, one{# claim} other{# claims}} is carried by another outlet.")
    String noneCarried(Number claims);

    @English("First at {first} of {shared, plural, one{# claim} other{# claims}} that others carry too.")
    String firstAt(Number first, Number shared);

    @English(
            "{handedOn} of its {statements, plural, one{# statement} other{# statements}} on claims come from another outlet.")
    String handedOn(Number handedOn, Number statements);

    @English("Its own voice")
    String ownVoiceTitle();

    @English("Those whom it quotes")
    String quotedTitle();

    @English("No side was taken in this period.")
    String noSide();

    @English("Most often on {target}: {favour} in favour, {against} against, {neutral} neutral.")
    String mostOn(String target, Number favour, Number against, Number neutral);

    @English("Nobody was quoted in this period.")
    String nobodyQuoted();

    @English("{name} has {percent}% of {statements}; {voices} in all.")
    String voiceShare(String name, Number percent, String statements, String voices);

    @English("Share of voice")
    String shareTitle();

    @English("Speaker")
    String speaker();

    @English("Statements")
    String statements();

    @English("Share")
    String share();

    @English("{percent} %")
    String percent(Number percent);

    @English("{n}, {percent} %")
    String countAndPercent(Number n, Number percent);

    @English("{days, plural, =0{for ever} =1{for a day} one{for # day} other{for # days}}")
    String keptFor(Number days);

    @English("“{days}” is not a number of days from 1 to {most}. Leave the field empty to keep texts for ever.")
    String badDays(String days, Number most);
}
