package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Digests: their pages, and the e-mails themselves in the recipient's language. */
public interface DigestWords {
    DigestWords SAY = Bundle.of(DigestWords.class);

    @English("How often")
    String howOften();

    @English("At these times")
    String atTimes();

    @English("Every hour, at the minute of the first of them")
    String everyHour();

    @English("Times")
    String times();

    @English("Time zone")
    String timeZone();

    @English("One or several, such as 07:00, 12:30, 18:00.")
    String timesHint();

    @English("On")
    String on();

    @English("A period without news")
    String quietPeriod();

    @English("is left out")
    String leftOut();

    @English("is mailed, and says so")
    String mailedToo();

    @English("Besides “<span dir=\"auto\">{monitor}</span>” it reads")
    RawString besides(String monitor);

    @English("Recipients, one address a line")
    String recipients();

    @English("Send it; unticked, it rests")
    String sendIt();

    @English("Save")
    String save();

    @English("Cancel")
    String cancel();

    @English("Digest of {monitor}")
    String digestOf(String monitor);

    @English("Edit")
    String edit();

    @English("paused")
    String paused();

    @English("next period ends {nextEnd}")
    RawString nextEnds(RawString nextEnd);

    @English("a period without news is mailed, too")
    String quietToo();

    @English("without news nothing is mailed")
    String quietNot();

    @English("Reads")
    String reads();

    @English("To")
    String recipientsHead();

    @English("Send to {address} again")
    String sendAgainTo(String address);

    @English("Send again")
    String sendAgain();

    @English("Send again: the edition of {from}")
    String sendAgainEdition(String from);

    @English("Your account has no e-mail address; add one where you sign in.")
    String ownNeedsAddress();

    @English("Nobody:")
    String nobody();

    @English("your account has no e-mail address.")
    String noAddress();

    @English("edit the digest to add an address.")
    String addAddress();

    @English("Preview")
    String preview();

    @English("Close the period and send now")
    String sendNow();

    @English("Editions")
    String editions();

    @English("None yet: the first goes out when its period ends.")
    String noEdition();

    @English("Editions")
    String editionsRegion();

    @English("Period")
    String period();

    @English("State")
    String state();

    @English("Subject")
    String subjectHead();

    @English("News")
    String newsHead();

    @English("{from} to {theTo}")
    RawString span(RawString from, RawString theTo);

    @English("Change your digest")
    String changeYours();

    @English("Delete your digest")
    String deleteYours();

    @English("Its list of past editions goes with it; the monitor stays.")
    String pastGo();

    @English("Delete it")
    String deleteIt();

    @English("Digests")
    String digests();

    @English(
            "E-mails of what is new in monitors of {teamName}, once for each period: contradictions, reversals, new claims.")
    String what(String teamName);

    @English("None yet. Choose a monitor below.")
    String noneYet();

    @English("paused")
    String pausedHere();

    @English("last edition {stateWord}")
    String lastEdition(String stateWord);

    @English("To you alone")
    String youAlone();

    @English("There is no monitor that you do not have already. <a href=\"{href}/monitors\">Go to the monitors</a>.")
    RawString haveAll(Object href);

    @English("Get {name} by e-mail")
    String getOf(String name);

    @English("get it by e-mail")
    String getIt();

    @English("Monitors without a digest of the team")
    String without();

    @English("Every monitor has one. <a href=\"{href}/monitors\">Go to the monitors</a> to make another.")
    RawString allHave(Object href);

    @English("Set up a digest of {name}")
    String setUpOf(String name);

    @English("set up a digest")
    String setUp();

    @English("Edit a digest")
    String editTitle();

    @English("Set up a digest")
    String setUpTitle();

    @English("Digests")
    String kicker();

    @English("Edit the digest")
    String headingEdit();

    @English("Get a digest")
    String headingGet();

    @English("Set up a digest")
    String headingSetUp();

    @English("of “<span dir=\"auto\">{monitor}</span>”")
    RawString ofMonitor(String monitor);

    @English("To you alone, at the address of your account.")
    String atYourAddress();

    @English("Delete this digest")
    String deleteThis();

    @English("Delete it for the whole team")
    String deleteForTeam();

    @English("Preview")
    String previewTitle();

    @English("Digest of <span dir=\"auto\">{about}</span>")
    RawString previewOf(String about);

    @English(
            "What would be sent if the running period ended now, {bytes} bytes in all; only the address that stops it is each recipient’s own.")
    String previewWhat(Number bytes);

    @English("Without news, nothing is sent unless the digest says otherwise.")
    String previewQuiet();

    @English("The e-mail as HTML")
    String asHtml();

    @English("The e-mail as text")
    String asText();

    @English("Nothing that the monitors watch for was new.")
    String mailQuiet();

    @English("against:")
    String mailAgainst();

    @English("denies:")
    String mailDenies();

    @English("in the article")
    String mailInArticle();

    @English("and {rest} more")
    String mailRest(Number rest);

    @English("Everybody who says or denies it:")
    String mailEverybody();

    @English("and {rest} more:")
    String mailRestText(Number rest);

    @English("Stop it:")
    String mailStop();

    @English("Change it:")
    String mailChange();

    @English(
            "You get this because {personal, select, true{you asked for} other{the team {team} sends you}} this digest of <span dir=\"auto\">{about}</span>. <a href=\"{hrefStop}\" style=\"color:inherit\">Stop it</a> with one click, or <a href=\"{hrefDigest}\" style=\"color:inherit\">change it</a>.")
    RawString mailWhyHtml(Boolean personal, String team, String about, String hrefStop, String hrefDigest);

    @English(
            "You get this because {personal, select, true{you asked for} other{the team {team} sends you}} this digest of {about}.")
    String mailWhy(Boolean personal, String team, String about);

    @English("To you alone")
    String toYouAlone();

    @English("to you alone")
    String toYou();

    @English("to {n, plural, one{# recipient} other{# recipients}}")
    String toRecipients(Number n);

    @English("sent to {taken} of {copies}")
    String sent(Number taken, Number copies);

    @English("quiet: nothing new, nothing sent")
    String quiet();

    @English("not sent")
    String notSent();

    @English("given up")
    String givenUp();

    @English("on its way")
    String onItsWay();

    @English("being retried")
    String beingRetried();

    @English("came back")
    String cameBack();

    @English("left out")
    String copyLeftOut();

    @English("{name} and {more} more")
    String andMore(String name, Number more);

    @English("{one} and {other}")
    String both(String one, String other);

    @English("{n, plural, one{# contradiction} other{# contradictions}}")
    String contradictions(Number n);

    @English("{n, plural, one{# new claim} other{# new claims}}")
    String newClaims(Number n);

    @English("Nothing new")
    String nothingNew();

    @English("{kind, select, CONTRADICTION{contradiction} REVERSAL{reversal} other{new claim}}")
    String kind(Enum<?> kind);

    @English("{one}, {other}")
    String listed(String one, String other);

    @English("{heading}: {about}")
    String subject(String heading, String about);

    @English("{start} to {end} ({zone})")
    String between(String start, String end, String zone);

    @English("{sides} in {outlets}, {origins}; first seen in {first}, {at}")
    String counts(String sides, String outlets, String origins, String first, String at);

    @English("every hour at :{minute}")
    String hourlyAt(String minute);

    @English("{days} at {times}")
    String daysAt(String days, String times);

    @English("daily")
    String daily();

    @English("{day}s")
    String everyDay(String day);

    @English("the digest of “{monitor}” of the team {team}")
    String list(String monitor, String team);

    @English("More than {most} times a day: take “every hour”.")
    String tooOften(Number most);

    @English("The time must be hours and minutes, such as 07:00; several, such as 07:00, 12:30, 18:00.")
    String badTimes();

    @English("There is no time zone “{zone}”.")
    String noTimeZone(String zone);

    @English("Give at least one recipient.")
    String oneRecipient();

    @English("More than {most} recipients: give the address of a mailing list.")
    String tooManyRecipients(Number most);

    @English("“{address}” is not an e-mail address.")
    String noEmail(String address);

    @English("“{monitor}” has a digest already; change that one.")
    String hasOne(String monitor);

    @English("{n, plural, one{<b>#</b> digest} other{<b>#</b> digests}}")
    RawString total(Number n);
}
