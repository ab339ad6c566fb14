package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.monitor.MonitorPage.RecipientLine;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.AlertWords;
import org.claimwatch.web.words.MonitorWords;
import org.jspecify.annotations.Nullable;

/** Who gets what a monitor finds, as far as the pages of its digests and alerts show it to this person. */
@ApplicationScoped
class RecipientsOfMonitor {
    private final Rows rows;

    RecipientsOfMonitor(Rows rows) {
        this.rows = rows;
    }

    private record DigestRow(
            long id, boolean mine, boolean active, @Nullable String recipients) {}

    private record Channel(boolean email, String address, boolean stopped, boolean active) {}

    /** Another person's own digest is that person's business. */
    List<RecipientLine> digests(Member member, long accountId, Monitor monitor) {
        return rows
                .list(
                        DigestRow.class,
                        """
                        select d.id, d.account_id is not null as mine, d.active, array_to_string(d.recipients, ', ') as recipients
                        from digest d
                        where d.team_id = :team and (d.account_id is null or d.account_id = :account)
                          and (d.monitor_id = :monitor
                               or d.id in (select digest_id from digest_monitor where monitor_id = :monitor))
                        order by mine, d.id
                        """,
                        Map.of(
                                "team",
                                member.teamId(),
                                "account",
                                accountId,
                                "monitor",
                                Objects.requireNonNull(monitor.id)))
                .stream()
                .map(digest -> new RecipientLine(
                        "%s/digests/%d".formatted(member.home(), digest.id()),
                        digest.mine() ? MonitorWords.SAY.yourDigest() : MonitorWords.SAY.digest(),
                        digest.mine() ? null : digest.recipients(),
                        !digest.active()))
                .toList();
    }

    List<RecipientLine> alerts(Member member, Monitor monitor) {
        return rows
                .list(
                        Channel.class,
                        """
                        select c.kind = 'EMAIL' as email, c.address, c.stopped_at is not null as stopped, r.active
                        from alert_channel c join alert_rule r on r.id = c.rule_id
                        where r.team_id = :team and r.monitor_id = :monitor order by c.kind, c.address, c.id
                        """,
                        Map.of("team", member.teamId(), "monitor", Objects.requireNonNull(monitor.id)))
                .stream()
                .map(channel -> new RecipientLine(
                        alertsHref(member, monitor),
                        MonitorWords.SAY.alertBy(AlertWords.SAY.channel(channel.email())),
                        channel.address(),
                        channel.stopped() || !channel.active()))
                .toList();
    }

    static String alertsHref(Member member, Monitor monitor) {
        return "%s/alerts/of/%d".formatted(member.home(), monitor.id);
    }
}
