package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Alerts: their pages, and the e-mails themselves in the recipient's language. */
public interface AlertWords {
    AlertWords SAY = Bundle.of(AlertWords.class);

    @English("Alerts")
    String alerts();

    @English(
            "What the monitors of {teamName} noticed, newest first: one for each story, and none again when an article is updated.")
    String what(String teamName);

    @English("None yet. Choose below what a monitor is watched for.")
    String noneYet();

    @English("{channel} to {address}: {state}")
    String delivered(String channel, String address, String state);

    @English("Monitors")
    String monitors();

    @English("None yet. <a href=\"{href}/monitors\">Make a monitor</a> first.")
    RawString makeMonitor(Object href);

    @English("Alerts of {monitor}")
    String alertsOf(String monitor);

    @English("Alerts")
    String kicker();

    @English("Alerts of “<a href=\"{href}/monitors/{href2}\" dir=\"auto\">{monitor}</a>”")
    RawString headingOf(Object href, Object href2, String monitor);

    @English("Raise one for a")
    String raiseFor();

    @English("How sensitive to spikes")
    String howSensitive();

    @English("Watch; unticked, it rests")
    String watch();

    @English("Save")
    String save();

    @English("Where they go")
    String whereTheyGo();

    @English("Nowhere yet but to this site and its feed.")
    String nowhere();

    @English("<p>{kind} to <b>{address}</b></p>")
    RawString channelTo(String kind, String address);

    @English("secret that signs it")
    String secret();

    @English("Switch {address} on again")
    String switchOnOf(String address);

    @English("Switch on again")
    String switchOn();

    @English("Remove {address}")
    String removeOf(String address);

    @English("Remove")
    String remove();

    @English("Add one")
    String addOne();

    @English("By")
    String by();

    @English("e-mail")
    String byEmail();

    @English("webhook: JSON, signed, to an address on the open web")
    String byWebhook();

    @English("Address")
    String address();

    @English("Quiet from")
    String quietFrom();

    @English("to")
    String quietTo();

    @English("Time zone")
    String timeZone();

    @English("What is raised in quiet hours is held, and sent as one when they are over.")
    String heldInQuiet();

    @English("Add")
    String add();

    @English("Feed")
    String feed();

    @English("For a feed reader, which cannot sign in; whoever has the address reads it:")
    String forReader();

    @English("Give it a new address; the old one leads nowhere then")
    String newAddress();

    @English("and {rest} more")
    String mailRest(Number rest);

    @English("and {rest} more:")
    String mailRestText(Number rest);

    @English("You get this because the team {team} sends you alerts of its monitor “{monitor}”.")
    String mailWhy(String team, String monitor);

    @English("Stop it:")
    String mailStop();

    @English("Change it:")
    String mailChange();

    @English(
            "You get this because the team {team} sends you alerts of its monitor “<span dir=\"auto\">{monitor}</span>”. <a href=\"{hrefStop}\" style=\"color:inherit\">Stop it</a> with one click, or <a href=\"{hrefSettings}\" style=\"color:inherit\">change it</a>.")
    RawString mailWhyHtml(String team, String monitor, String hrefStop, String hrefSettings);

    @English(
            "{kind, select, CONTRADICTION{contradiction} REVERSAL{reversal} NEW_CLAIM{new claim} SPIKE{volume spike} other{silent outlet}}")
    String kind(Enum<?> kind);

    @English("{alerts}: {monitor}")
    String subjectMany(String alerts, String monitor);

    @English("{kind} in {monitor}: {headline}")
    String subjectOne(String kind, String monitor, String headline);

    @English("{sensitivity, select, LOW{low} MEDIUM{medium} other{high}}: by chance once in {days} days")
    String byChance(Enum<?> sensitivity, Number days);

    @English("quiet from {from} to {to}, {zone}")
    String quiet(String from, String to, String zone);

    @English("held until")
    String heldUntil();

    @English("sent")
    String sent();

    @English("failed")
    String failed();

    @English("on its way")
    String onItsWay();

    @English("being retried")
    String beingRetried();

    @English("{email, select, true{e-mail} other{webhook}}")
    String channel(Boolean email);

    @English("not watched")
    String notWatched();

    @English("{one}, {other}")
    String listed(String one, String other);

    @English("the alerts of “{monitor}” of the team {team}")
    String list(String monitor, String team);

    @English("“{monitor}” is told of more than usual")
    String moreThanUsual(String monitor);

    @English("{outlet} has fallen silent")
    String fallenSilent(String outlet);

    @English(
            "nothing since {since}, where about {missing, plural, one{#} other{#}} articles were to be expected; it brings about {perWeek} a week")
    String nothingSince(String since, Number missing, Number perWeek);

    @English(
            "{count} statements in 24 hours; in the {days} days before it were {perDay} a day, and so many come by chance once in {once} days")
    String spike(Number count, Number days, String perDay, String once);

    @English("{sides} in {outlets}, {origins}; first seen in {first}, {at}")
    String counts(String sides, String outlets, String origins, String first, String at);

    @English("“{address}” is not an e-mail address.")
    String noEmail(String address);

    @English("There is no time zone “{zone}”.")
    String noTimeZone(String zone);

    @English("Quiet hours need a beginning and an end; leave both empty for none.")
    String bothEnds();

    @English("Quiet hours are hours and minutes, such as 22:00 and 07:00.")
    String hoursAndMinutes();

    @English("“{address}” is not an address.")
    String noWebAddress(String address);

    @English("“{address}” is not the address of a webhook, such as https://example.org/hook.")
    String noWebhook(String address);

    @English("A webhook's address begins with https://.")
    String webhookHttps();

    @English("{n, plural, one{<b>#</b> alert} other{<b>#</b> alerts}}")
    RawString total(Number n);

    @English("the newest {shown} are shown")
    String newest(Number shown);
}
