package org.claimwatch.web.digest;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.DigestWords;
import org.jspecify.annotations.Nullable;

/** A digest: what it sends, when, to whom, and what it has sent. */
public record DigestPage(
        Member member,
        long id,
        boolean mine,
        List<MonitorChoice> monitors,
        String schedule,
        String zone,
        boolean says,
        List<RecipientLine> recipients,
        boolean active,
        When nextEnd,
        List<IssueLine> issues,
        @Nullable DigestForm own) {

    /** In one line, as the list and the heading name it. */
    public String monitor() {
        return monitors.getFirst().name();
    }

    /** A team's digests. */
    public record DigestList(
            Member member,
            List<DigestLine> digests,
            List<MonitorChoice> withoutDigest,
            List<MonitorChoice> withoutOwn) {}

    /** A digest on one line. */
    public record DigestLine(
            long id,
            String monitor,
            boolean mine,
            String schedule,
            String zone,
            int recipients,
            boolean active,
            @Nullable IssueLine last) {
        public String to() {
            return mine ? DigestWords.SAY.toYou() : DigestWords.SAY.toRecipients(recipients);
        }
    }

    /** A monitor that a digest reads or could read. */
    public record MonitorChoice(long id, String name, boolean chosen) {}

    /** A weekday that one can tick. */
    public record DayChoice(int number, String name, boolean chosen) {}

    /**
     * Who gets it.
     *
     * @param withheld why not, if not
     */
    public record RecipientLine(String address, @Nullable String withheld, boolean bounced) {}

    /**
     * One edition in the ledger.
     *
     * @param again whether something of it was given up that somebody still wants
     */
    public record IssueLine(
            long id,
            When from,
            When to,
            String state,
            @Nullable String subject,
            @Nullable Integer items,
            @Nullable When sentAt,
            @Nullable String error,
            List<CopyLine> troubled,
            long taken,
            long copies,
            boolean again) {
        static IssueLine of(Edition edition, ZoneId zone) {
            DigestIssue issue = edition.issue();
            return new IssueLine(
                    Objects.requireNonNull(issue.id),
                    When.exactly(issue.periodStart, zone),
                    When.exactly(issue.periodEnd, zone),
                    issue.state.name(),
                    issue.subject,
                    issue.claimCount,
                    issue.sentAt == null ? null : When.exactly(issue.sentAt, zone),
                    issue.error,
                    edition.troubled().stream()
                            .map(copy ->
                                    new CopyLine(copy.address(), copy.trouble().said(), copy.answer()))
                            .toList(),
                    edition.taken(),
                    edition.copies().size(),
                    edition.again());
        }

        public String stateWord() {
            return switch (state) {
                case "SENT" -> DigestWords.SAY.sent(taken, copies);
                case "QUIET" -> error == null ? DigestWords.SAY.quiet() : DigestWords.SAY.notSent();
                case "FAILED" -> DigestWords.SAY.givenUp();
                default -> error == null ? DigestWords.SAY.onItsWay() : DigestWords.SAY.beingRetried();
            };
        }
    }

    /** One recipient's copy of an edition, where something is to be said of it. */
    public record CopyLine(
            String address, String state, @Nullable String answer) {}

    /**
     * What one fills in to set a digest up or change it.
     *
     * @param id null for a new one
     * @param mine whether it goes to the viewer alone
     */
    public record DigestForm(
            Member member,
            @Nullable Long id,
            boolean mine,
            long monitorId,
            String monitor,
            List<MonitorChoice> others,
            boolean hourly,
            String sendAt,
            List<DayChoice> days,
            String zone,
            boolean says,
            String recipients,
            String language,
            boolean active,
            List<String> zones,
            List<String> problems) {
        public String action() {
            return member.home() + "/digests" + (id == null ? "" : "/" + id) + (mine ? "/mine" : "");
        }
    }

    /** An edition as it would be if the running period ended now. */
    public record Preview(Member member, long digestId, DigestMail mail, String subject, String text, long bytes) {}
}
