package org.claimwatch.web.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.alert.Found.Wording;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.news.News;
import org.claimwatch.web.news.NewsItem;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.volume.Spike;
import org.claimwatch.web.words.AlertWords;

/** Finds what a rule is watched for, with the keys by which it is known again. */
@ApplicationScoped
class Finding {
    private static final Duration PERIOD = Duration.ofDays(1);

    /** An outlet counts as a monitor's if it had a match within this time. */
    private static final Duration OF_MONITOR = Duration.ofDays(60);

    private final News news;
    private final Claims claims;
    private final Rows rows;

    Finding(News news, Claims claims, Rows rows) {
        this.news = news;
        this.claims = claims;
        this.rows = rows;
    }

    List<Found> of(AlertRule rule, Instant from, Instant now) {
        Set<AlertKind> watched = rule.watched();
        Condition matching = Query.saved(rule.monitor.query).condition();
        var found = new ArrayList<Found>();
        List<NewsItem> items = news.of(matching, from, now).stream()
                .filter(item -> watched.contains(AlertKind.of(item.kind())))
                .toList();
        Map<Long, ClaimLine> lines = claims
                .lines(items.stream().map(NewsItem::claimId).distinct().toList(), new Reader(ZoneOffset.UTC, now, null))
                .stream()
                .collect(Collectors.toMap(ClaimLine::id, line -> line));
        Map<Long, List<String>> articles = articles(lines.keySet(), from);
        for (NewsItem item : items) {
            ClaimLine line = lines.get(item.claimId());
            if (line != null) {
                found.add(found(item, line, articles.getOrDefault(item.claimId(), List.of())));
            }
        }
        if (watched.contains(AlertKind.SPIKE)) {
            spike(rule, matching, now).ifPresent(found::add);
        }
        if (watched.contains(AlertKind.SILENCE)) {
            found.addAll(silences(matching, from, now));
        }
        return found;
    }

    private static Found found(NewsItem item, ClaimLine line, List<String> articles) {
        var keys = new ArrayList<String>();
        keys.add(item.key());
        if (item.story() != null) {
            keys.add("story:" + item.story().id());
        }
        keys.addAll(articles);
        return new Found(
                AlertKind.of(item.kind()),
                Wording.of(line::text),
                line.facts().language(),
                Wording.of(() -> AlertWords.SAY.counts(
                        line.sides(),
                        line.outlets(),
                        line.origins(),
                        line.facts().firstOutlet(),
                        first(line).exact())),
                "/claims/" + line.id(),
                keys);
    }

    private static When first(ClaimLine line) {
        Instant seen = line.facts().firstSeen();
        return line.facts().firstDayOnly() ? When.day(seen) : When.exactly(seen, ZoneOffset.UTC);
    }

    private record Mark(long claimId, long articleId) {}

    /**
     * The articles in which a claim was just read, however long before that they were fetched: a later version of one of them is
     * no reason for another alert.
     */
    private Map<Long, List<String>> articles(Set<Long> claimIds, Instant from) {
        return claimIds.isEmpty()
                ? Map.of()
                : rows
                        .list(
                                Mark.class,
                                """
                                select distinct cs.claim_id, v.article_id
                                from claim_statement cs join statement s on s.id = cs.statement_id
                                join article_version v on v.id = s.article_version_id
                                join claim c on c.id = cs.claim_id
                                where cs.claim_id in (:claims) and (v.analysed_at >= :from or c.created_at >= :from)
                                  and v.fetched_at >= :stored
                                order by 1, 2
                                """,
                                Map.of("claims", claimIds, "from", from, "stored", News.storedSince(from)))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Mark::claimId,
                                Collectors.mapping(mark -> "article:" + mark.articleId(), Collectors.toList())));
    }

    private record Day(int ago, long count) {}

    private Optional<Found> spike(AlertRule rule, Condition matching, Instant now) {
        Condition counted = matching.and(Condition.CONFIDENT)
                .and(Condition.STANDING)
                .and(Condition.between(now.minus(PERIOD.multipliedBy(Spike.BASELINE + 1L)), now));
        var parameters = new HashMap<>(counted.parameters());
        parameters.put("now", now);
        Map<Integer, Long> days =
                rows.list(Day.class, """
                        select cast(floor(extract(epoch from (cast(:now as timestamptz) - %1$s)) / 86400) as integer) as ago,
                               count(*) as count
                        %2$s where %3$s group by 1
                        """.formatted(Statements.AT, Statements.FROM, counted.sql()), parameters).stream()
                        .collect(Collectors.toMap(Day::ago, Day::count, Long::sum));
        var before = new ArrayList<>(Collections.nCopies(Spike.BASELINE, 0L));
        for (int i = 0; i < Spike.BASELINE; i++) {
            before.set(i, days.getOrDefault(i + 1, 0L));
        }
        return Spike.in(days.getOrDefault(0, 0L), before, rule.sensitivity)
                .map(spike -> new Found(
                        AlertKind.SPIKE,
                        Wording.of(() -> AlertWords.SAY.moreThanUsual(rule.monitor.name)),
                        null,
                        Wording.of(spike::inWords),
                        "/monitors/%d?period=24h".formatted(rule.monitor.id),
                        // A spike that lasts over midnight is the one of the day before.
                        List.of(
                                "day:" + now.atZone(ZoneOffset.UTC).toLocalDate(),
                                "day:"
                                        + now.minus(PERIOD)
                                                .atZone(ZoneOffset.UTC)
                                                .toLocalDate())));
    }

    private record Silence(long id, long outletId, String outlet, Instant since, double perWeek, double missing) {}

    private List<Found> silences(Condition matching, Instant from, Instant now) {
        Condition lately =
                matching.and(Condition.of("%s >= :lately".formatted(Statements.AT), "lately", now.minus(OF_MONITOR)));
        var parameters = new HashMap<>(lately.parameters());
        parameters.put("from", from);
        return rows.list(Silence.class, """
                        select q.id, q.outlet_id, quiet.name as outlet, q.since,
                               cast(q.usual_per_week as double precision) as per_week,
                               cast(q.usual_since as double precision) as missing
                        from outlet_silence q join outlet quiet on quiet.id = q.outlet_id
                        where q.ended_at is null and q.noticed_at >= :from and q.outlet_id in (
                          select told.outlet_id %s where %s)
                        order by q.id
                        """.formatted(Statements.FROM, lately.sql()), parameters).stream()
                .map(row -> new Found(
                        AlertKind.SILENCE,
                        Wording.of(() -> AlertWords.SAY.fallenSilent(row.outlet())),
                        null,
                        Wording.of(() -> AlertWords.SAY.nothingSince(
                                row.since().toString(), Math.round(row.missing()), Math.round(row.perWeek()))),
                        "/outlets/" + row.outletId(),
                        List.of("silence:" + row.id())))
                .toList();
    }
}
