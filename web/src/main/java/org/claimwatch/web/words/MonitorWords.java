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

    @English(
            "{asClaims, select, true{{total, plural, one{<b>#</b> claim} other{<b>#</b> claims}}} other{{total, plural, one{<b>#</b> statement} other{<b>#</b> statements}}}}")
    RawString total(Number total, Boolean asClaims);

    @English("CSV of the statements")
    String csv();

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

    @English("Statements ({n})")
    String statementsTab(String n);

    @English("Claims ({n})")
    String claimsTab(String n);

    @English("Give the monitor a name.")
    String giveName();

    @English("Your team has a monitor named “{name}” already.")
    String nameTaken(String name);

    @English("Say what to watch for: words, a \"phrase\", or a field such as speaker:, outlet: or topic:.")
    String whatFor();
}
