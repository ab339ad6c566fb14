package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** What stands round every page: the frame, errors, moments, paging. */
public interface LayoutWords {
    LayoutWords SAY = Bundle.of(LayoutWords.class);

    @English("Skip to the content")
    String skip();

    @English("Search statements")
    String searchStatements();

    @English("Search: words, “a phrase”, speaker: outlet: stance: …")
    String searchHint();

    @English("in a form")
    String inForm();

    @English("Signed in as")
    String signedInAs();

    @English("Teams")
    String teams();

    @English("Time zone: {id}")
    String timeZone(String id);

    @English("Keys: on, press ? for the list")
    String keysOn();

    @English("Sign out")
    String signOut();

    @English("Menu")
    String menu();

    @English("Main")
    String main();

    @English("Keys")
    String keys();

    @English(
            "<dl><dt><kbd>/</kbd></dt><dd>to the search field</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>to the next, the previous row or statement</dd><dt><kbd>o</kbd></dt><dd>open it</dd><dt><kbd>?</kbd></dt><dd>this list</dd><dt><kbd>Esc</kbd></dt><dd>close a menu or this list, leave the search field</dd></dl>")
    RawString keyList();

    @English("Close")
    String close();

    @English("Turn keys off")
    String turnKeysOff();

    @English("Go to Today")
    String goToToday();

    @English("Pages")
    String pages();

    @English(",")
    String comma();

    @English("← previous")
    String previous();

    @English("next →")
    String next();

    @English("The same as a table")
    String asTable();

    @English("{title}, as a table")
    String tableOf(String title);

    @English("Keys: off")
    String keysOff();

    @English("Language")
    String language();

    @English("Today")
    String today();

    @English("Claims")
    String claims();

    @English("Stories")
    String stories();

    @English("Actors")
    String actors();

    @English("Outlets")
    String outlets();

    @English("Stances")
    String stances();

    @English("Network")
    String network();

    @English("Feeds")
    String feeds();

    @English("System")
    String system();

    @English("Monitors")
    String monitors();

    @English("Searches")
    String searches();

    @English("Basket")
    String basket();

    @English("Reviews")
    String reviews();

    @English("Reviews: {counted} wait")
    String reviewsWait(String counted);

    @English("Digests")
    String digests();

    @English("Alerts")
    String alerts();

    @English("Team")
    String team();

    @English("none")
    String noRows();

    @English("{first}–{last} of {total}")
    String rows(Number first, Number last, Number total);

    @English("just now")
    String justNow();

    @English("{n} min ago")
    String minutesAgo(Number n);

    @English("{n} h ago")
    String hoursAgo(Number n);

    @English("in {n} min")
    String inMinutes(Number n);

    @English("in {n} h")
    String inHours(Number n);

    @English("{date}, no time given")
    String dayOnly(String date);

    @English("There is no such page")
    String noSuchPage();

    @English("Nothing of this address is held here, or it belongs to a team that you are not in.")
    String noSuchPageWhy();

    @English("Check the address, or start from Today.")
    String noSuchPageThen();

    @English("This cannot be done as asked")
    String cannotBeDone();

    @English("The request was not understood.")
    String notUnderstood();

    @English("Go back, change what you entered, and send it again.")
    String cannotBeDoneThen();

    @English("Something broke on our side")
    String broken();

    @English("It is in the log as incident {incident}.")
    String brokenWhy(String incident);

    @English("Try again in a moment; if it stays, give that number to whoever runs this instance.")
    String brokenThen();

    @English("Your role does not allow this")
    String notAllowed();

    @English("This is for the administrators of this instance.")
    String forAdministrators();

    @English("Ask an administrator for the role, who grants it where accounts are kept.")
    String notAllowedThen();

    @English("This needs the role {needed} in {team}; yours is {yours}.")
    String needsRole(String needed, String team, String yours);

    @English("{role, select, VIEWER{Viewer} ANALYST{Analyst} EDITOR{Editor} other{Admin}}")
    String role(Enum<?> role);

    @English("→")
    String arrow();

    @English("and")
    String and();

    @English("Nobody can sign in just now")
    String nobodySignsIn();

    @English(
            "The sign-in service at <b><bdi>{service}</bdi></b> has not answered since {since} UTC. Claimwatch itself works: who is signed in goes on reading, and digests and alerts go out.")
    RawString nobodySignsInWhy(String service, String since);

    @English("Try again in a minute. If it stays so, tell whoever runs your instance that the sign-in service is away.")
    String nobodySignsInThen();

    @English("Try again")
    String tryAgain();

    @English("You can sign in again")
    String signInAgain();

    @English("The sign-in service answers.")
    String signInAgainWhy();

    @English("Go on")
    String goOn();

    @English("Not just now")
    String notJustNow();

    @English("Try again in half a minute.")
    String notJustNowThen();

    @English("{n, plural, one{# file is} other{# files are}} being written, and no more at one time.")
    String allDownloads(Number n);

    @English("{n, plural, one{# file for you is} other{# files for you are}} being written, and no more at one time.")
    String yourDownloads(Number n);
}
