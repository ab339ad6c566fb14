package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
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
            select s.speaker_id as actor_id, p.name, p.affiliation, count(*) as statements,
                   count(distinct a.outlet_id) as outlets, min(%1$s) as first
            %2$s join actor p on p.id = s.speaker_id
            where %3$s and (%4$s)
            group by s.speaker_id, p.name, p.affiliation
            having not exists (
              select from statement earlier join article_version v0 on v0.id = earlier.article_version_id
              where earlier.speaker_id = s.speaker_id and v0.told_at < :period_from)
            """;

    private static String fresh(Condition within) {
        return NEW.formatted(Statements.AT, Statements.FROM, Statements.CURRENT, within.sql());
    }

    private static Condition within(Period period) {
        return Condition.CONFIDENT.and(Condition.between(period.from(), period.to()));
    }

    Block<NewSpeaker> newSpeakers(Period period, Optional<Period> before, Address here, Reader reader) {
        Condition within = within(period);
        List<SpeakerRow> found = rows.keptList(
                SpeakerRow.class,
                fresh(within) + " order by count(distinct a.outlet_id) desc, count(*) desc, p.name",
                within.parameters());
        return new Block<>(
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

    private static final String RISES = """
            select %1$s as name, '%2$s' as kind, %3$s as actor_id,
                   count(*) filter (where %4$s >= :middle) as now, count(*) filter (where %4$s < :middle) as before
            %5$s %6$s where %7$s and (%8$s) and %9$s group by 1, 3
            having count(*) filter (where %4$s >= :middle) >= :least
               and count(*) filter (where %4$s >= :middle)
                   >= count(*) filter (where %4$s < :middle) + 2 * sqrt(count(*) filter (where %4$s < :middle) + 1)
            """;

    /** Two standard deviations above the period before, as if statements came by chance (Poisson). */
    Block<Spike> spikes(Period period, Address here) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return new Block<>(List.of(), 0, here.toString(), null);
        }
        Condition both = Condition.CONFIDENT.and(Condition.between(before.get().from(), period.to()));
        Map<String, Object> parameters = new HashMap<>(both.parameters());
        parameters.put("middle", period.from());
        parameters.put("least", LEAST);
        var rises = new ArrayList<Rise>();
        rises.addAll(rows.keptList(
                Rise.class,
                RISES.formatted(
                        "s.speaker_name",
                        "statement",
                        "s.speaker_id",
                        Statements.AT,
                        Statements.FROM,
                        "",
                        Statements.CURRENT,
                        both.sql(),
                        "s.speaker_id is not null"),
                parameters));
        rises.addAll(rows.keptList(
                Rise.class,
                RISES.formatted(
                        "st.target",
                        "stance",
                        "cast(null as bigint)",
                        Statements.AT,
                        Statements.FROM,
                        "join stance st on st.statement_id = s.id",
                        Statements.CURRENT,
                        both.sql(),
                        "st.confidence >= :likely"),
                parameters));
        rises.sort(Comparator.comparingDouble(
                        (Rise rise) -> -(rise.now() - rise.before()) / Math.sqrt(rise.before() + 1.0))
                .thenComparing(Rise::name));
        return new Block<>(
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
        Condition both = Condition.CONFIDENT.and(Condition.between(before.from(), period.to()));
        Condition one = rise.actorId() != null
                ? both.and(Condition.ofSpeaker(rise.actorId()))
                : both.and(Condition.of("st.target = :target and st.confidence >= :likely", "target", rise.name()));
        return course(
                "%s %s where %s and (%s)"
                        .formatted(
                                Statements.FROM,
                                rise.actorId() != null ? "" : "join stance st on st.statement_id = s.id",
                                Statements.CURRENT,
                                one.sql()),
                one.parameters(),
                before,
                period);
    }

    private record Bucket(int step, long count) {}

    private Sparkline course(String from, Map<String, Object> parameters, Period before, Period period) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("start", before.from());
        all.put("end", period.to());
        all.put("steps", 2 * STEPS);
        Long[] counts = new Long[2 * STEPS];
        Arrays.fill(counts, 0L);
        List<Bucket> buckets = rows.keptList(Bucket.class, """
                select width_bucket(extract(epoch from %s), extract(epoch from cast(:start as timestamptz)),
                                    extract(epoch from cast(:end as timestamptz)), :steps) as step, count(*) as count
                %s group by 1 order by 1
                """.formatted(Statements.AT, from), all);
        buckets.forEach(bucket -> counts[Math.clamp(bucket.step() - 1, 0, 2 * STEPS - 1)] = bucket.count());
        return Sparkline.of(List.of(counts), STEPS);
    }

    private static final String TOLD = """
            from story_article ta join article a on a.id = ta.article_id join article_version v on v.article_id = a.id
            where ta.story_id = :story and %s and %s >= :period_from and %s < :period_to
            """.formatted(Statements.CURRENT, Statements.AT, Statements.AT);

    Block<Moving> stories(Period period, Optional<Period> compared, Address all, Reader reader) {
        return new Block<>(
                stories.lines(period.from(), period.to(), 0, ROWS, reader).stream()
                        .map(line -> moving(line, period))
                        .toList(),
                stories.count(period.from(), period.to()),
                all.toString(),
                compared.map(b -> stories.count(b.from(), b.to())).orElse(null));
    }

    private Moving moving(StoryLine line, Period period) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return new Moving(line, null, Sparkline.of(List.of(), 0));
        }
        long told = rows.keptNumber(
                "select count(*) " + TOLD,
                Map.of(
                        "story",
                        line.id(),
                        "period_from",
                        before.get().from(),
                        "period_to",
                        before.get().to()));
        return new Moving(
                line,
                told,
                course(
                        TOLD,
                        Map.of("story", line.id(), "period_from", before.get().from(), "period_to", period.to()),
                        before.get(),
                        period));
    }
}
