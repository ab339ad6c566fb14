package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.today.TodayPage.Spike;
import org.jspecify.annotations.Nullable;

/**
 * Who is heard, and what is spoken of, far more than in the period before: two standard deviations above it, as if statements
 * came by chance (Poisson).
 */
@ApplicationScoped
class Spikes {
    /** Fewer are no spike, whatever there was before. */
    private static final int LEAST = 4;

    private final Rows rows;
    private final Courses courses;

    Spikes(Rows rows, Courses courses) {
        this.rows = rows;
        this.courses = courses;
    }

    /** One that rose; a target is no actor. */
    record Rise(String name, String kind, @Nullable Long actorId, long now, long before) {
        double strength() {
            return (now - before) / Math.sqrt(before + 1.0);
        }

        private String one() {
            return actorId == null ? name : actorId.toString();
        }

        private Courses.Kind course() {
            return actorId == null ? Courses.Kind.TARGET : Courses.Kind.SPEAKER;
        }
    }

    /** Of speakers or of targets, by what they are counted; unnamed speakers are nobody that one could follow. */
    private static final String RISES = """
            select %1$s as name, '%2$s' as kind, %3$s as actor_id, r.now, r.before
            from (
              select %4$s as one, count(*) filter (where told_at >= :middle) as now,
                     count(*) filter (where told_at < :middle) as before
              from %5$s where told_at >= :period_from and told_at < :period_to and sure and speaker_id is not null
              group by 1) r %6$s
            where r.now >= :least and r.now >= r.before + 2 * sqrt(r.before + 1)
            """;

    private static final String RISES_OF_SPEAKERS = RISES.formatted(
            "p.name", "statement", "p.id", "speaker_id", "told_statement", "join actor p on p.id = r.one");

    private static final String RISES_OF_TARGETS =
            RISES.formatted("r.one", "stance", "cast(null as bigint)", "target", "told_stance", "");

    /** The strongest first; all time has no period before it, and so no spikes. */
    List<Rise> rises(Period period) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = Map.of(
                "period_from", before.get().from(), "period_to", period.to(), "middle", period.from(), "least", LEAST);
        var rises = new ArrayList<Rise>();
        rises.addAll(rows.keptList(Rise.class, RISES_OF_SPEAKERS, parameters));
        rises.addAll(rows.keptList(Rise.class, RISES_OF_TARGETS, parameters));
        rises.sort(Comparator.comparingDouble(Rise::strength)
                .reversed()
                .thenComparing(Rise::name)
                .thenComparing(Rise::kind));
        return rises;
    }

    /** With the course of each. */
    List<Spike> shown(List<Rise> rises, Period period, Address here) {
        Optional<Period> before = period.before();
        if (before.isEmpty()) {
            return List.of();
        }
        var drawn = new HashMap<Courses.Kind, Map<String, Sparkline>>();
        for (Courses.Kind kind : List.of(Courses.Kind.SPEAKER, Courses.Kind.TARGET)) {
            List<Object> ones = new ArrayList<>();
            rises.stream()
                    .filter(rise -> rise.course() == kind)
                    .forEach(rise -> ones.add(Objects.requireNonNullElse(rise.actorId(), rise.name())));
            drawn.put(kind, courses.of(kind, ones, before.get(), period));
        }
        return rises.stream()
                .map(rise -> new Spike(
                        rise.name(),
                        rise.kind(),
                        rise.now(),
                        rise.before(),
                        about(rise, here),
                        counted(rise, here),
                        drawn.getOrDefault(rise.course(), Map.of()).getOrDefault(rise.one(), Courses.none())))
                .toList();
    }

    private static String about(Rise rise, Address here) {
        return rise.actorId() == null
                ? counted(rise, here)
                : here.at("/actors/" + rise.actorId()).toString();
    }

    /** Exactly those that are counted now. */
    private static String counted(Rise rise, Address here) {
        return rise.actorId() == null
                ? here.at("/matrix").with("target", "=" + rise.name()).toString()
                : here.at("/search")
                        .with(
                                "q",
                                Query.exactly(Field.SPEAKER, rise.name())
                                        .undoubted()
                                        .text())
                        .toString();
    }
}
