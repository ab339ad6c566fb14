package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Articles: their text, versions, copies, archived pages, erasure. */
public interface ArticleWords {
    ArticleWords SAY = Bundle.of(ArticleWords.class);

    @English("fetched {fetched}")
    RawString fetched(RawString fetched);

    @English("story: <a href=\"/stories/{href}\" dir=\"auto\">{title}</a>")
    RawString story(Object href, String title);

    @English(
            "<strong>Withdrawn:</strong> the outlet took this article away by {at} ({reason}). What was fetched before stays here.")
    RawString withdrawn(RawString at, String reason);

    @English("versions")
    String versions();

    @English("changes between versions")
    String changes();

    @English("names")
    String names();

    @English("as its origin:")
    String asOrigin();

    @English("The machine has not read this version yet; its statements appear here when it has.")
    String notReadYet();

    @English("Speakers")
    String speakers();

    @English("No statement was found in this text.")
    String noStatement();

    @English("Show all speakers")
    String showAllSpeakers();

    @English("Show only this speaker")
    String showOnlySpeaker();

    @English("{statements}, first statement of {name}")
    String firstOf(Number statements, String name);

    @English("The outlet’s own voice")
    String ownVoice();

    @English("in the text")
    String inText();

    @English(
            "{layer, select, STATEMENTS{statements} STANCE{stance} OWN{outlet’s own voice} other{changes between versions}}")
    String layer(Enum<?> layer);

    @English("{on, select, true{, shown; leave out} other{, left out; show}}")
    String layerShown(Boolean on);

    @English("own voice")
    String own();

    @English(
            "<mark class=\"takes favour\">▲ takes a side for</mark> <mark class=\"takes against\">▼ against</mark> <mark class=\"takes neutral\">■ neutral</mark> <mark class=\"takes unclear\">◇ unclear</mark>")
    RawString legendStance();

    @English("<mark class=\"takes own\">the outlet’s own voice</mark>")
    RawString legendOwn();

    @English("<mark class=\"added\">new in this version</mark> <del>only in the version before</del>")
    RawString legendChanges();

    @English("Statements")
    String statements();

    @English("Also published by")
    String alsoPublished();

    @English("First at")
    String firstAt();

    @English("this outlet")
    String thisOutlet();

    @English("Runs of four words that both texts have")
    String alikeWhy();

    @English("original: <bdi>{origin}</bdi>")
    RawString originalOf(String origin);

    @English("Erase this article…")
    String eraseThis();

    @English("archived page")
    String archived();

    @English("Archived page: {title}")
    String archivedOf(String title);

    @English("Article, version {number}")
    String articleVersion(Number number);

    @English("Archived page")
    String archivedPage();

    @English("Pages of the article")
    String pagesOf();

    @English("Page {number}")
    String page(Number number);

    @English("The text ends before the article does: {endsEarly}.")
    String endsEarly(String endsEarly);

    @English("Address")
    String address();

    @English("Fetched")
    String fetchedHead();

    @English("{fetched}, answered {status}")
    RawString answered(RawString fetched, Number status);

    @English("Received")
    String received();

    @English("Archive")
    String archive();

    @English("waits in the database until the archive takes it: {waits}")
    String waits(String waits);

    @English("Download WARC")
    String download();

    @English("with the requests, all headers and the bytes as received")
    String withRequests();

    @English(", of all {pages} pages")
    String ofAllPages(Number pages);

    @English(
            "The page as it was fetched, without its scripts, images and fonts: nothing in it runs or is loaded from elsewhere.")
    String nothingRuns();

    @English("The archived page")
    String theArchivedPage();

    @English("Changes in {heading}")
    String changesIn(String heading);

    @English("article")
    String articleLink();

    @English("· changes between versions")
    String changesKicker();

    @English("from <a href=\"{href}\">version {number}</a>, fetched {fetched}")
    RawString fromVersion(Object href, Number number, RawString fetched);

    @English("to <a href=\"{href}\">version {number}</a>, fetched {fetched}")
    RawString toVersion(Object href, Number number, RawString fetched);

    @English("versions")
    String pairs();

    @English("title")
    String titleWord();

    @English("Changed cues")
    String changedCues();

    @English("became")
    String became();

    @English("for the words of")
    String forWordsOf();

    @English("Text")
    String text();

    @English("The text is the same.")
    String textSame();

    @English("<ins>only in version {number}</ins> <del>only in version {number2}</del>")
    RawString onlyIn(Number number, Number number2);

    @English("Erase an article")
    String eraseAn();

    @English("Article")
    String eraseKicker();

    @English("Erase this article?")
    String eraseQuestion();

    @English("This leaves none of its text behind, and cannot be undone:")
    String leavesNone();

    @English("This stays:")
    String stays();

    @English("Erase it for good")
    String eraseForGood();

    @English("Cancel")
    String cancel();

    @English("{percent} % the same{whole, select, true{, the shorter text whole in the longer} other{}}")
    String alike(Number percent, Boolean whole);

    @English("{outlets} gave the day and no time")
    String dayOnly(String outlets);

    @English(
            "{state, select, NEVER_ARCHIVED{This version’s page was not archived: it was read before pages were kept, or the archive had no room. Its text is held all the same.} LOST{The archive no longer holds this page, although it was archived. Whoever runs this instance can say whether the archive was moved or emptied.} CHANGED{The archived file is not the one that was archived: its digest differs. It is not shown, for it proves nothing. Tell whoever runs this instance.} AWAY{The archive cannot be reached now. Try again in a moment; the page is not lost.} other{}}")
    String archiveState(Enum<?> state);

    @English("{css, select, added{added} removed{removed} other{changed}}")
    String line(String css);

    @English("cue changed")
    String cueChanged();

    @English("cue changed: {speaker}")
    String cueChangedOf(String speaker);

    @English("{paragraphs} unchanged")
    String unchanged(String paragraphs);

    @English("{sentences} added, {removed} removed, {changed} changed")
    String summary(String sentences, Number removed, Number changed);

    @English(
            "{cause, select, BEING_ERASED{This article is being erased} ERASED{This article was erased} other{This article’s text is no longer kept}}")
    String gone(Enum<?> cause);

    @English(
            "{cause, select, BEING_ERASED{An administrator decided it; its text, statements and archived pages go within a minute or so.} ERASED{It was erased on request, with its statements and archived pages,} other{The time for which this outlet’s texts are kept is over; it was given up with its statements and archived pages}}")
    String goneWhy(Enum<?> cause);

    @English(
            "{cause, select, BEING_ERASED{Load this page again to see that it is gone.} ERASED{It is not fetched again. A citation of it can no longer be checked here.} other{The outlet may still have it; it is not fetched again. How long texts are kept stands on the outlet’s page.}}")
    String goneThen(Enum<?> cause);

    @English("{n, plural, one{# byte} other{# bytes}}")
    String bytes(Number n);

    @English("{n} KB")
    String kilobytes(Number n);

    @English("version {number}")
    String version(String number);

    @English(
            "{what, select, versions{{n, plural, one{# version of its text} other{# versions of its text}}} archived{{n, plural, one{# archived page} other{# archived pages}}} statements{{n, plural, one{# statement} other{# statements}}} stances{{n, plural, one{# stance} other{# stances}}} reviews{{n, plural, one{# review by a person} other{# reviews by persons}}} claims{{n, plural, one{# claim that nobody else makes} other{# claims that nobody else makes}}} other{{n, plural, one{# story that no other article tells} other{# stories that no other article tells}}}}")
    String goes(String what, Number n);

    @English("its title and its address; a hash of the address is kept, so that it is not fetched again")
    String titleGoes();

    @English("{claims} that others make as well; where the wording came from this article, it becomes another’s")
    String claimsStay(String claims);

    @English("a note of who erased an article of this outlet and when")
    String noteStays();

    @English("e-mails and exports that were made before: they are out of reach")
    String exportsStay();

    @English("The archive cannot be reached now.")
    String archiveAway();

    @English("The archive holds no such page.")
    String archiveHasNone();

    @English("The archive cannot give this page now.")
    String archiveCannot();
}
