package org.claimwatch.web.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.alert.AlertsPage.AlertLine;
import org.claimwatch.web.alert.AlertsPage.ChannelLine;
import org.claimwatch.web.alert.AlertsPage.DeliveryLine;
import org.claimwatch.web.alert.AlertsPage.KindChoice;
import org.claimwatch.web.alert.AlertsPage.RuleLine;
import org.claimwatch.web.alert.AlertsPage.RulePage;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.mail.Standing;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.volume.Spike;
import org.claimwatch.web.words.AlertWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Fills the pages of alerts. */
@ApplicationScoped
class AlertView {
    private static final int SHOWN = 100;

    private final MonitorsOfTeam monitors;
    private final Standing standing;
    private final Seal seal;
    private final Session session;
    private final Rows rows;

    AlertView(MonitorsOfTeam monitors, Standing standing, Seal seal, Session session, Rows rows) {
        this.monitors = monitors;
        this.standing = standing;
        this.seal = seal;
        this.session = session;
        this.rows = rows;
    }

    AlertsPage list(Member member, ZoneId zone) {
        List<Alert> alerts = session.createQuery(
                        "from Alert a join fetch a.rule r join fetch r.monitor where a.teamId = :team"
                                + " order by a.raisedAt desc, a.id desc",
                        Alert.class)
                .setParameter("team", member.teamId())
                .setMaxResults(SHOWN)
                .getResultList();
        Map<Long, List<Delivered>> deliveries = deliveries(alerts);
        Map<Long, AlertRule> rules = session.createQuery("from AlertRule where teamId = :team", AlertRule.class)
                .setParameter("team", member.teamId())
                .getResultStream()
                .collect(Collectors.toMap(rule -> id(rule.monitor.id), Function.identity()));
        return new AlertsPage(
                member,
                count(member),
                alerts.stream()
                        .map(alert -> line(member, alert, deliveries.getOrDefault(id(alert.id), List.of()), zone))
                        .toList(),
                monitors.of(member).stream()
                        .map(monitor -> new RuleLine(id(monitor.id), monitor.name, watched(rules.get(id(monitor.id)))))
                        .toList());
    }

    RulePage rule(Member member, Viewer viewer, Monitor monitor, @Nullable AlertRule rule, List<String> problems) {
        return new RulePage(
                member,
                id(monitor.id),
                monitor.name,
                rule == null || rule.active,
                Arrays.stream(AlertKind.values())
                        .map(kind -> new KindChoice(
                                kind.name(),
                                kind.word(),
                                rule != null && rule.watched().contains(kind)))
                        .toList(),
                Arrays.stream(Spike.Sensitivity.values())
                        .map(each -> new KindChoice(
                                each.name(),
                                AlertWords.SAY.byChance(each, Math.round(1 / each.chance)),
                                each == (rule == null ? Spike.Sensitivity.MEDIUM : rule.sensitivity)))
                        .toList(),
                rule == null ? null : feed(rule),
                rule == null
                        ? List.of()
                        : channels(rule).stream().map(AlertView::line).toList(),
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                viewer.zone().getId(),
                viewer.email(),
                problems);
    }

    /** What a monitor is watched for, once somebody has said so. */
    Optional<AlertRule> ruleOf(Monitor monitor) {
        return session.createQuery("from AlertRule where monitor = :monitor", AlertRule.class)
                .setParameter("monitor", monitor)
                .getResultStream()
                .findFirst();
    }

    /** The private address of a rule's Atom feed. */
    String feed(AlertRule rule) {
        return AlertFeedRoutes.path(seal, rule);
    }

    /**
     * A channel, and what is wrong with it.
     *
     * @param trouble why nothing goes there
     */
    record ChannelState(AlertChannel channel, @Nullable String trouble) {}

    List<ChannelState> channels(AlertRule rule) {
        return session.createQuery(
                        "from AlertChannel where rule = :rule order by kind, address, id", AlertChannel.class)
                .setParameter("rule", rule)
                .getResultStream()
                .map(channel -> new ChannelState(channel, trouble(rule, channel)))
                .toList();
    }

    private @Nullable String trouble(AlertRule rule, AlertChannel channel) {
        if (channel.stoppedWhy != null || channel.kind != AlertChannel.Kind.EMAIL) {
            return channel.stoppedWhy;
        }
        return standing.withheld("alerts-" + rule.id, List.of(channel.address)).values().stream()
                .findFirst()
                .orElse(null);
    }

    private static ChannelLine line(ChannelState state) {
        AlertChannel channel = state.channel();
        return new ChannelLine(
                id(channel.id),
                word(channel.kind),
                channel.address,
                channel.secret,
                channel.quietFrom == null
                        ? null
                        : AlertWords.SAY.quiet(
                                channel.quietFrom.toString(), String.valueOf(channel.quietTo), channel.timeZone),
                channel.failures,
                state.trouble(),
                channel.stoppedAt != null);
    }

    record Delivered(
            long alertId,
            String kind,
            String address,
            Instant dueAt,
            @Nullable String state,
            @Nullable Instant settledAt,
            @Nullable String answer) {
        /** What has become of it: held, pending, sent or failed. */
        String standing() {
            return state == null ? "held" : state.toLowerCase(Locale.ROOT);
        }

        DeliveryLine line(ZoneId zone) {
            String word = state == null
                    ? AlertWords.SAY.heldUntil()
                    : switch (state) {
                        case "SENT" -> AlertWords.SAY.sent();
                        case "FAILED" -> AlertWords.SAY.failed();
                        default -> answer == null ? AlertWords.SAY.onItsWay() : AlertWords.SAY.beingRetried();
                    };
            Instant at = state == null ? dueAt : settledAt;
            return new DeliveryLine(
                    AlertWords.SAY.channel(kind.equals("EMAIL")),
                    address,
                    word,
                    at == null ? null : When.exactly(at, zone),
                    answer);
        }
    }

    long count(Member member) {
        return rows.number("select count(*) from alert where team_id = :team", Map.of("team", member.teamId()));
    }

    /** By falling ids, from below one on. */
    List<Alert> below(Member member, long id, int limit) {
        return session.createQuery(
                        "from Alert a join fetch a.rule r join fetch r.monitor where a.teamId = :team and a.id < :below"
                                + " order by a.id desc",
                        Alert.class)
                .setParameter("team", member.teamId())
                .setParameter("below", id)
                .setMaxResults(limit)
                .getResultList();
    }

    Map<Long, List<Delivered>> deliveries(List<Alert> alerts) {
        return alerts.isEmpty()
                ? Map.of()
                : rows
                        .list(
                                Delivered.class,
                                """
                                select d.alert_id, c.kind, c.address, d.due_at, n.state, n.settled_at, n.answer
                                from alert_delivery d join alert_channel c on c.id = d.channel_id
                                left join alert_notice n on n.id = d.notice_id
                                where d.alert_id in (:alerts) order by d.alert_id, c.kind, c.address
                                """,
                                Map.of(
                                        "alerts",
                                        alerts.stream()
                                                .map(alert -> id(alert.id))
                                                .toList()))
                        .stream()
                        .collect(Collectors.groupingBy(Delivered::alertId));
    }

    private static AlertLine line(Member member, Alert alert, List<Delivered> deliveries, ZoneId zone) {
        return new AlertLine(
                id(alert.id),
                alert.kind.word(),
                alert.headline(),
                alert.lang(),
                alert.why(),
                AlertMails.path(alert),
                alert.rule.monitor.name,
                "%s/alerts/of/%d".formatted(member.home(), alert.rule.monitor.id),
                When.exactly(alert.raisedAt, zone),
                deliveries.stream().map(delivered -> delivered.line(zone)).toList());
    }

    private static String watched(@Nullable AlertRule rule) {
        if (rule == null || !rule.active || rule.kinds.length == 0) {
            return AlertWords.SAY.notWatched();
        }
        return rule.watched().stream()
                .map(AlertKind::word)
                .reduce(AlertWords.SAY::listed)
                .orElse("");
    }

    private static String word(AlertChannel.Kind kind) {
        return AlertWords.SAY.channel(kind == AlertChannel.Kind.EMAIL);
    }

    private static long id(@Nullable Long stored) {
        return Objects.requireNonNull(stored, "not stored yet");
    }
}
