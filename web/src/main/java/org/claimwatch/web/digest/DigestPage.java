package org.claimwatch.web.digest;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** A digest: what it sends, when, to whom, and what it has sent. */
public record DigestPage(
        Member member,
        long id,
        long monitorId,
        String monitor,
        String sendAt,
        String zone,
        List<String> recipients,
        boolean active,
        When nextEnd,
        List<IssueLine> issues) {

    /** A team's digests. */
    public record DigestList(Member member, List<DigestLine> digests, List<Choose> withoutDigest) {}

    /** A digest on one line. */
    public record DigestLine(
            long id,
            String monitor,
            String sendAt,
            String zone,
            int recipients,
            boolean active,
            @Nullable IssueLine last) {
        public String to() {
            return Counted.of(recipients, "recipient");
        }
    }

    /** A monitor that could have a digest. */
    public record Choose(long monitorId, String monitor) {}

    /** One edition in the ledger. */
    public record IssueLine(
            long id,
            When from,
            When to,
            String state,
            @Nullable String subject,
            @Nullable Integer claims,
            @Nullable When sentAt,
            @Nullable String error) {
        static IssueLine of(DigestIssue issue, ZoneId zone) {
            return new IssueLine(
                    Objects.requireNonNull(issue.id),
                    When.exactly(issue.periodStart, zone),
                    When.exactly(issue.periodEnd, zone),
                    issue.state.name(),
                    issue.subject,
                    issue.claimCount,
                    issue.sentAt == null ? null : When.exactly(issue.sentAt, zone),
                    issue.error);
        }

        public String stateWord() {
            return switch (state) {
                case "SENT" -> "sent";
                case "QUIET" -> "quiet: nothing new, nothing sent";
                case "FAILED" -> "given up";
                default -> error == null ? "on its way" : "being retried";
            };
        }
    }

    /**
     * What one fills in to set a digest up or change it.
     *
     * @param id null for a new one
     */
    public record DigestForm(
            Member member,
            @Nullable Long id,
            long monitorId,
            String monitor,
            String sendAt,
            String zone,
            String recipients,
            boolean active,
            List<String> zones,
            List<String> problems) {
        public String action() {
            return member.home() + "/digests" + (id == null ? "" : "/" + id);
        }
    }

    /** An edition as it would be if the running period ended now. */
    public record Preview(Member member, long digestId, DigestMail mail, String subject, String text) {}
}
