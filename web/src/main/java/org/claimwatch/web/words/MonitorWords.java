package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Monitors: a team's saved queries and their matches. */
public interface MonitorWords {
    MonitorWords SAY = Bundle.of(MonitorWords.class);

    @English("Edit a monitor")
    String edit();

    @English("New monitor")
    String create();

    @English("Monitors")
    String kicker();

    @English("Name")
    String name();

    @English("Query")
    String query();

    @English(
            "Words, a \"phrase\", begin*, -without, either OR other, (brackets), near NEAR/5 by; speaker: target: outlet: country: lang: form: via: stance: claim: topic: since: until: checkworthy: doubtful: narrow it.")
    String queryHint();

    @English("Now: {explained}.")
    String now(String explained);

    @English("Save")
    String save();

    @English("Cancel")
    String cancel();

    @English("Delete this monitor")
    String deleteThis();

    @English("Its digest and the digest’s past editions go with it.")
    String goesToo();

    @English("Delete it for the whole team")
    String deleteForTeam();

    @English("Monitor")
    String one();

    @English("Edit")
    String editLink();

    @English("{explained}. By {createdBy}, {created}.")
    RawString explained(String explained, String createdBy, RawString created);

    @English("as")
    String asWhat();

    @English("mail it as a digest")
    String mailIt();

    @English("Nothing matches in this period. Try a longer one.")
    String nothing();

    @English("Monitors")
    String monitors();

    @English("New monitor")
    String newMonitor();

    @English("Saved queries of {teamName}; no other team sees them.")
    String savedOf(String teamName);

    @English("None yet. Search for what matters to you and choose “save as monitor”.")
    String noneYet();

    @English("Give the monitor a name.")
    String giveName();

    @English("Your team has a monitor named “{name}” already.")
    String nameTaken(String name);

    @English("Say what to watch for: words, a \"phrase\", or a field such as speaker:, outlet: or topic:.")
    String whatFor();

    @English(
            "{kind, select, STATEMENTS{{n, plural, one{# new statement} other{# new statements}}} ARTICLES{{n, plural, one{# new article} other{# new articles}}} CLAIMS{{n, plural, one{# new claim} other{# new claims}}} other{{n, plural, one{# new story} other{# new stories}}}}")
    String fresh(Enum<?> kind, Number n);

    @English("Since your last visit, {visit}:")
    RawString since(RawString visit);

    @English("Since your last visit, {visit}, nothing has come.")
    RawString sinceNothing(RawString visit);

    @English("This is only what came in from {from} to {to}, whenever it was published.")
    RawString onlyFresh(RawString from, RawString to);

    @English("Show all of a period")
    String showAll();

    @English("Nothing of this kind came in then.")
    String nothingFresh();

    @English("Statements by day")
    String volume();

    @English("Day")
    String day();

    @English("Statements")
    String statements();

    @English("Not doubtful")
    String sure();

    @English("A day, in the {days} before")
    String usual(Number days);

    @English("Spike")
    String spikeHead();

    @English("spike")
    String spike();

    @English("{day}: {statements}")
    String onDay(String day, String statements);

    @English("{day}: {statements}; a spike, where {usual} a day were usual")
    String spikeOn(String day, String statements, String usual);

    @English("{statements} in {days, plural, one{# day} other{# days}}")
    String inDays(String statements, Number days);

    @English("{sum}; on no day more than usual after the {days} days before it.")
    String noSpike(String sum, Number days);

    @English(
            "{sum}; {n, plural, one{a spike} other{# spikes}}: {days}{more, plural, =0{} one{ and # more} other{ and # more}}. So much comes by chance once in {once} days at most.")
    String spikes(String sum, Number n, String days, Number more, Number once);

    @English("Who gets it")
    String recipients();

    @English("Nobody: it is read here alone.")
    String nobody();

    @English("Digest to")
    String digest();

    @English("Your own digest")
    String yourDigest();

    @English("Alerts by {channel} to")
    String alertBy(String channel);

    @English("(paused)")
    String rests();

    @English("its alerts")
    String itsAlerts();
}
