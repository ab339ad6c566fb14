package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Rows;

/** How rows of a list went, step by step, through a period and the one before: one question for all of a kind. */
@ApplicationScoped
class Courses {
    /** Of each of the two periods. */
    private static final int STEPS = 7;

    private final Rows rows;

    Courses(Rows rows) {
        this.rows = rows;
    }

    /** What is counted, and by what column it is told apart. */
    enum Kind {
        SPEAKER("told_statement where sure and speaker_id", "speaker_id"),
        TARGET("told_stance where sure and speaker_id is not null and target", "target"),
        STORY("told_version where story_id", "story_id");

        private final String where;
        private final String column;

        Kind(String where, String column) {
            this.where = where;
            this.column = column;
        }
    }

    private record Step(String one, int step, long count) {}

    /** By each of them, written as text. */
    Map<String, Sparkline> of(Kind kind, Collection<?> ones, Period before, Period period) {
        if (ones.isEmpty()) {
            return Map.of();
        }
        Map<String, Long[]> counts = new HashMap<>();
        ones.forEach(one -> counts.computeIfAbsent(one.toString(), _ -> nothing()));
        Map<String, Object> parameters = Map.of(
                "ones", List.copyOf(ones), "period_from", before.from(), "period_to", period.to(), "steps", 2 * STEPS);
        rows.keptList(Step.class, """
                        select cast(%2$s as text) as one,
                               width_bucket(extract(epoch from told_at), extract(epoch from cast(:period_from as timestamptz)),
                                            extract(epoch from cast(:period_to as timestamptz)), :steps) as step,
                               count(*) as count
                        from %1$s in (:ones) and told_at >= :period_from and told_at < :period_to group by 1, 2
                        """.formatted(kind.where, kind.column), parameters)
                .forEach(step -> counts.computeIfAbsent(step.one(), _ -> nothing())[
                                Math.clamp(step.step() - 1, 0, 2 * STEPS - 1)] =
                        step.count());
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Sparkline.of(List.of(e.getValue()), STEPS)));
    }

    private static Long[] nothing() {
        Long[] counts = new Long[2 * STEPS];
        Arrays.fill(counts, 0L);
        return counts;
    }

    static Sparkline none() {
        return Sparkline.of(List.of(), 0);
    }
}
