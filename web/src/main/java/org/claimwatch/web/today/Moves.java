package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.reading.StoryLine;
import org.claimwatch.web.today.TodayPage.Block;
import org.claimwatch.web.today.TodayPage.Moving;
import org.claimwatch.web.today.TodayPage.NewSpeaker;
import org.claimwatch.web.today.TodayPage.Spike;
import org.jspecify.annotations.Nullable;

/** Who is new, who is heard more than before, which stories move: each against the period before. */
@ApplicationScoped
class Moves {
    private static final int ROWS = 7;
    private static final int STEPS = 7;

    /** Fewer are no spike, whatever there was before. */
    private static final int LEAST = 4;

    private final Rows rows;
    private final Stories stories;

    Moves(Rows rows, Stories stories) {
        this.rows = rows;
        this.stories = stories;
    }

    private record SpeakerRow(
            long actorId, String name, @Nullable String affiliation, long statements, long outlets, Instant first) {}

    private static final String NEW = """
            select told.speaker_id as actor_id, p.name, p.affiliation, count(*) as statements,
                   count(distinct told.outlet_id) as outlets, min(told.told_at) as first
            from actor_seen seen join told_statement told on told.speaker_id = seen.actor_id
            join actor p on p.id = seen.actor_id
            where seen.first_at >= :period_from and seen.first_at < :period_to and (%s)
            group by told.speaker_id, p.name, p.affiliation
            """;

    private static String fresh(Condition within) {
        return NEW.formatted(within.sql());
    }

    private static Condition within(Period period) {
        return Condition.CONFIDENT.and(Condition.between(period.from(), period.to()));
    }

    Block<NewSpeaker> newSpeakers(Period period, Optional<Period> before, Address here, Reader reader) {
        Condition within = within(period);
        List<SpeakerRow> found = rows.keptList(
                SpeakerRow.class,
                fresh(within) + " order by count(distinct told.outlet_id) desc, count(*) desc, p.name",
                within.parameters());
        return Block.of(
                found.stream()
                        .limit(ROWS)
                        .map(row -> new NewSpeaker(
                                row.actorId(),
                                row.name(),
                                row.affiliation(),
                                row.statements(),
                                row.outlets(),
                                reader.when(row.first()),
                                here.at("/search")
                                        .with("q", "speaker:\"%s\"".formatted(row.name()))
                                        .toString()))
                        .toList(),
                found.size(),
                here.at("/actors").toString(),
                before.map(b -> rows.keptNumber(
                                "select count(*) from (%s) found".formatted(fresh(within(b))),
                                within(b).parameters()))
                        .orElse(null));
    }

    private record Rise(String name, String kind, @Nullable Long actorId, long now, long before) {}

    /** Of speakers or of targets, by what they are counted. */
    private static final String RISES = """
            select %1$s as name, '%2$s' as kind, %3$s as actor_id, r.now, r.before
            from (
              select %4$s as one, count(*) filter (where told_at >= :middle) as now,
                     count(*) filter (where told_at < :middle) as before
              from %5$s where told_at >= :period_from and told_at < :period_to and sure and %6$s is not null group by 1) r %7$s
            where r.now >= :least and r.now >= r.before + 2 * sqrt(r.before + 1)
            """;

    private static final String RISES_OF_SPEAKERS = RISES.formatted(
            "p.name",
            "statement",
            "p.id",
            "speaker_id",
            "told_statement",
            "speaker_id",
            "join actor p on p.id = r.one");

    private static final String RISES_OF_TARGETS =
            RISES.formatted("r.one", "stance", "cast(null as bigint)", "target", "told_stance", "statement_id", "");

    /** Two standard deviations above the period before, as if statements came by chance (Poisson). */
    Block<Spike> spikes(Period period, Address here) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return Block.of(List.of(), 0, here.toString(), null);
        }
        Map<String, Object> parameters = Map.of(
                "period_from", before.get().from(), "period_to", period.to(), "middle", period.from(), "least", LEAST);
        var rises = new ArrayList<Rise>();
        rises.addAll(rows.keptList(Rise.class, RISES_OF_SPEAKERS, parameters));
        rises.addAll(rows.keptList(Rise.class, RISES_OF_TARGETS, parameters));
        rises.sort(Comparator.comparingDouble(
                        (Rise rise) -> -(rise.now() - rise.before()) / Math.sqrt(rise.before() + 1.0))
                .thenComparing(Rise::name));
        return Block.of(
                rises.stream()
                        .limit(ROWS)
                        .map(rise -> new Spike(
                                rise.name(),
                                rise.kind(),
                                rise.now(),
                                rise.before(),
                                rise.actorId() != null
                                        ? here.without("show")
                                                .at("/actors/" + rise.actorId())
                                                .toString()
                                        : here.without("show")
                                                .at("/matrix")
                                                .with("target", rise.name())
                                                .toString(),
                                course(rise, before.get(), period)))
                        .toList(),
                rises.size(),
                here.toString(),
                null);
    }

    private Sparkline course(Rise rise, Period before, Period period) {
        Long actor = rise.actorId();
        return actor != null
                ? course("told_statement where sure and speaker_id = :one", actor, before, period)
                : course(
                        "told_stance where sure and statement_id is not null and target = :one",
                        rise.name(),
                        before,
                        period);
    }

    private record Bucket(int step, long count) {}

    private Sparkline course(String whose, Object one, Period before, Period period) {
        Map<String, Object> all =
                Map.of("one", one, "period_from", before.from(), "period_to", period.to(), "steps", 2 * STEPS);
        Long[] counts = new Long[2 * STEPS];
        Arrays.fill(counts, 0L);
        List<Bucket> buckets = rows.keptList(Bucket.class, """
                select width_bucket(extract(epoch from told_at), extract(epoch from cast(:period_from as timestamptz)),
                                    extract(epoch from cast(:period_to as timestamptz)), :steps) as step, count(*) as count
                from %s and told_at >= :period_from and told_at < :period_to group by 1 order by 1
                """.formatted(whose), all);
        buckets.forEach(bucket -> counts[Math.clamp(bucket.step() - 1, 0, 2 * STEPS - 1)] = bucket.count());
        return Sparkline.of(List.of(counts), STEPS);
    }

    Block<Moving> stories(Period period, Optional<Period> compared, Address all, Reader reader) {
        return new Block<>(
                stories.slice(period.from(), period.to(), Address.of(""), ROWS, reader).rows().stream()
                        .map(line -> moving(line, period))
                        .toList(),
                stories.total(period.from(), period.to()),
                all.toString(),
                compared.map(b -> stories.total(b.from(), b.to())).orElse(null));
    }

    private Moving moving(StoryLine line, Period period) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return new Moving(line, null, Sparkline.of(List.of(), 0));
        }
        long told = rows.keptNumber(
                """
                select count(*) from told_version
                where story_id = :story and told_at >= :period_from and told_at < :period_to
                """,
                Map.of(
                        "story",
                        line.id(),
                        "period_from",
                        before.get().from(),
                        "period_to",
                        before.get().to()));
        return new Moving(line, told, course("told_version where story_id = :one", line.id(), before.get(), period));
    }
}
