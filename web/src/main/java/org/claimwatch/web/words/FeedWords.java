package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Feeds: their state, searching for them, importing lists. */
public interface FeedWords {
    FeedWords SAY = Bundle.of(FeedWords.class);

    @English("<b>{word}</b> since {since}")
    RawString failure(String word, RawString since);

    @English("{failures}× in a row")
    String inRow(Number failures);

    @English(", last success {lastSuccess}")
    RawString lastSuccess(RawString lastSuccess);

    @English("<b>Its “not modified” is not believed</b> since {since}:")
    RawString notBelieved(RawString since);

    @English("It is asked for the whole feed each time.")
    String askedWhole();

    @English("polled {lastPoll}")
    RawString polled(RawString lastPoll);

    @English("not polled yet")
    String notPolled();

    @English("last new article {lastNewEntry}")
    RawString lastNew(RawString lastNewEntry);

    @English("its hub {host} {words}")
    String hub(String host, String words);

    @English(", last {lastPush}")
    RawString hubLast(RawString lastPush);

    @English(", until {lease}")
    RawString hubUntil(RawString lease);

    @English("Stopped by an administrator {stopped}.")
    RawString stoppedAt(RawString stopped);

    @English("Next poll {nextPoll}, because:")
    RawString nextPoll(RawString nextPoll);

    @English("newest {newest}")
    RawString newest(RawString newest);

    @English("watched already: <a href=\"/outlets/{href}\" dir=\"auto\">{name}</a>")
    RawString watchedAlready(Object href, String name);

    @English("Outlets")
    String outlets();

    @English("Add an outlet")
    String addAn();

    @English("Looking for the feeds of {host}")
    String lookingFor(String host);

    @English("{host} could not be read")
    String couldNotRead(String host);

    @English("This became <a href=\"/outlets/{href}\" dir=\"auto\">{name}</a>.")
    RawString became(Object href, String name);

    @English("One request at a time, with a pause between two: it may take a minute or two.")
    String oneAtATime();

    @English("Look again")
    String lookAgain();

    @English(
            "Check the address, or try again later. A site that lets no program read its front page can still be <a href=\"/outlets/new\">added by hand</a> if you know one of its feeds.")
    RawString checkAddress();

    @English("Home page")
    String homePage();

    @English("Try again")
    String tryAgain();

    @English("Nothing yet.")
    String nothingYet();

    @English("Feeds")
    String feeds();

    @English(
            "No feed was found where feeds usually are, and no page of its navigation lists articles. Type the address of a feed or of a section page below.")
    String noFeedFound();

    @English("Another feed")
    String anotherFeed();

    @English("The outlet")
    String theOutlet();

    @English("Proposed from its home page; correct what is wrong.")
    String proposed();

    @English("Icon:")
    RawString icon();

    @English("{size, plural, one{# address that is no feed} other{# addresses that are no feeds}}")
    String noFeeds(Number size);

    @English("Import outlets")
    String importOutlets();

    @English("Outlets")
    String uploadOutlets();

    @English("OPML or CSV file")
    String file();

    @English("Up to 2 MB. You see what it would add before anything is added.")
    String upTo();

    @English("Show what it would add")
    String showWhat();

    @English("What a file looks like")
    String looksLike();

    @English("<b>OPML</b> comes from any feed reader. Feeds of one site become one outlet; titles are kept.")
    RawString opmlWhat();

    @English(
            "<b>CSV</b> has a first row that names the columns. Only name and home page are needed: an outlet without feeds is searched for them.")
    RawString csvWhat();

    @English("Example of a table")
    String example();

    @English("Import of {fileName}")
    String importOf(String fileName);

    @English("Outlets")
    String previewOutlets();

    @English("Import")
    String importKicker();

    @English("Taken {taken}.")
    RawString taken(RawString taken);

    @English("See the outlets")
    String seeOutlets();

    @English("Nothing in this file is new here. <a href=\"/outlets/import\">Choose another</a>")
    RawString nothingNew();

    @English("Choose another file")
    String chooseAnother();

    @English("Of each list the first 200 are shown.")
    String first200();

    @English("Cannot be taken")
    String cannotBeTaken();

    @English("line {line}")
    String line(Number line);

    @English("line {line}")
    String lineHere(Number line);

    @English("Would be added")
    String wouldBeAdded();

    @English("Outlets that would be added")
    String wouldBeAddedTable();

    @English("Line")
    String lineHead();

    @English("Outlet")
    String outletHead();

    @English("Home page")
    String homePageHead();

    @English("Feeds")
    String feedsHead();

    @English("watched already, gets more feeds")
    String getsMore();

    @English("Here already")
    String hereAlready();

    @English(
            "{kind, select, BLOCKED{Blocked: a page for robots came} CONSENT_WALL{Consent wall} PAY_WALL{Pay wall} CERTIFICATE{Certificate not valid} UNKNOWN_HOST{No such host} UNREACHABLE{Host not reached} NOT_FOUND{Not found} GONE{Gone for good} FORBIDDEN{Refused by the host} SERVER_ERROR{The host’s own error} ASKED_TOO_OFTEN{The host asks for peace} DISALLOWED{May not be fetched} ROBOTS_UNREACHABLE{robots.txt not reached} REDIRECT_LOOP{Redirects in circles} TOO_LARGE{Too large} WEB_PAGE{Became a web page} UNREADABLE{No feed that can be read} NO_LINKS{The site has changed: nothing on it looks like an article} STOPPED_YIELDING{Has stopped yielding} other{Failing}}")
    String trouble(String kind);

    @English(
            "{validators, select, NONE{It gives no sign by which an unchanged feed could be told without fetching it.} HONEST{Its “not modified” was checked and is true.} RESTLESS{It calls an unchanged feed changed; what is new is told by the content.} other{}}")
    String server(String validators);

    @English(
            "Its clock runs {hours, plural, =0{{minutes} min} one{# h} other{# h}} {ahead, select, true{ahead} other{behind}}.")
    String clock(Number minutes, Number hours, Boolean ahead);

    @English(
            "{state, select, ACTIVE{tells us when the feed changes} DENIED{does not tell us of changes} LAPSED{does not tell us of changes any more; the feed is polled} UNWANTED{is no longer asked to tell us of changes} other{has been asked to tell us of changes}}")
    String hubState(String state);

    @English("not known yet")
    String kindNotKnown();

    @English(
            "{state, select, stopped{stopped} active{active} failing{failing} retired{retired} discovered{discovered} other{{state}}}")
    String state(String state);

    @English("Resume")
    String resume();

    @English("Poll now")
    String pollNow();

    @English("Stop")
    String stop();

    @English("{state, select, RUNNING{under way} DONE{finished} other{the home page could not be read}}")
    String searchState(Enum<?> state);

    @English("{addresses} looked at, {feeds} found")
    String soFar(String addresses, String feeds);

    @English("Add {change}")
    String add(String change);

    @English("its feeds will be looked for")
    String searchedFor();

    @English("{outlets} and {feeds}")
    String change(String outlets, String feeds);

    @English(
            "{change} added; {skipped, plural, one{# entry was} other{# entries were}} here already; {problems, plural, one{# entry} other{# entries}} could not be taken.")
    String outcome(String change, Number skipped, Number problems);

    @English("The file is larger than {most} MB; split it.")
    String tooLarge(Number most);

    @English("The ownership is state, public, private or agency; leave it empty if it is not known.")
    String ownerships();

    @English("“{address}” is not a full address.")
    String noAddress(String address);

    @English("{outlet} has that home page already.")
    String hasHomePage(String outlet);

    @English("The feed {feed} is watched already.")
    String feedWatched(String feed);

    @English("More than {most} outlets are not taken at once.")
    String tooManyOutlets(Number most);

    @English("A quotation begins here and never ends.")
    String unclosedQuote();

    @English("The file is empty.")
    String emptyFile();

    @English("Tick or type at least one feed: an RSS, Atom or JSON feed, a sitemap, or a section page.")
    String tickOne();

    @English("The outlet needs a name.")
    String needsName();

    @English("The home page must be a full address, such as https://example.org/.")
    String fullHomePage();

    @English("The country is two letters, such as DE; leave it empty if it is not known.")
    String countryLetters();

    @English("The language is a tag such as en or pt-BR; leave it empty if it is not known.")
    String languageTag();

    @English("{outlet}: {feed} is there already.")
    String thereAlready(String outlet, String feed);

    @English("{outlet} has the home page of line {line}; its feeds go there.")
    String homePageOfLine(String outlet, Number line);

    @English("{outlet} is watched already.")
    String outletWatched(String outlet);

    @English("{outlet}: all its feeds are there already.")
    String allThere(String outlet);

    @English("Enter the address of the outlet’s home page, such as example.org.")
    String enterAddress();

    @English("This outlet is watched already.")
    String thisIsWatched();

    @English("The first row must name the columns: name, home page, and if known language, country, ownership, feeds.")
    String nameColumns();

    @English("This is XML, but no OPML.")
    String notOpml();

    @English("The outlines are nested too deeply; the rest is left out.")
    String tooDeep();

    @English("The XML breaks off here; what stood before it was read.")
    String breaksOff();

    @English("{total} in {outlets}; {trouble, plural, =0{none is} one{# is} other{# are}} in trouble")
    String totalOfAll(String total, String outlets, Number trouble);

    @English("in trouble")
    String inTrouble();

    @English("all feeds")
    String allFeeds();

    @English("No feed is in trouble: each was read when it was last polled.")
    String noneInTrouble();

    @English("No feed is watched yet.")
    String noneWatched();
}
