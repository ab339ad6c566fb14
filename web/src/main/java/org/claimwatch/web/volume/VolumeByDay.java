package org.claimwatch.web.volume;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Period.Length;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.volume.Spike.Sensitivity;
import org.claimwatch.web.volume.Volume.Day;
import org.jspecify.annotations.Nullable;

/** Counts a query's statements by the days of a period, in its zone, each against the days before it. */
@ApplicationScoped
public class VolumeByDay {
    /** A week by itself does not show what is usual. */
    private static final int LEAST = 28;

    private static final int MOST = 92;

    /** As alerts count. */
    private static final Condition COMPARED = Condition.CONFIDENT.and(Condition.STANDING);

    private final Rows rows;
    private final Clock clock;

    public VolumeByDay(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Count(LocalDate day, long statements, long sure) {}

    private record Newest(@Nullable Instant at) {}

    /** The days of the period, {@value #LEAST} at least and the newest {@value #MOST} at most; none where all are empty. */
    public Volume of(Query query, Period period, Sensitivity sensitivity) {
        LocalDate last = last(query, period);
        long length = ChronoUnit.DAYS.between(period.firstDay(), last) + 1;
        LocalDate first = last.minusDays(Math.clamp(length, LEAST, MOST) - 1);
        Map<LocalDate, Count> counted = counted(query, first.minusDays(Spike.BASELINE), last, period);
        var days = new ArrayList<Day>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(day(day, counted, sensitivity, !day.isBefore(period.firstDay())));
        }
        return days.stream().allMatch(day -> day.statements() == 0) ? new Volume(List.of()) : new Volume(days);
    }

    private static Day day(LocalDate day, Map<LocalDate, Count> counted, Sensitivity sensitivity, boolean within) {
        var none = new Count(day, 0, 0);
        Count count = counted.getOrDefault(day, none);
        var before = new ArrayList<Long>();
        for (int ago = 1; ago <= Spike.BASELINE; ago++) {
            before.add(counted.getOrDefault(day.minusDays(ago), none).sure());
        }
        return new Day(
                day,
                count.statements(),
                count.sure(),
                before.stream().mapToLong(Long::longValue).average().orElseThrow(),
                Spike.in(count.sure(), before, sensitivity).orElse(null),
                within);
    }

    /** No day that is still to come; of all time, the newest that has any. */
    private LocalDate last(Query query, Period period) {
        LocalDate today = clock.instant().atZone(period.zone()).toLocalDate();
        LocalDate end = period.lastDay().isBefore(today) ? period.lastDay() : today;
        if (period.length() != Length.ALL) {
            return end;
        }
        Condition told = query.within(
                period.from(), end.plusDays(1).atStartOfDay(period.zone()).toInstant());
        return rows
                .keptList(
                        Newest.class,
                        "select max(%s) as at %s where %s".formatted(Statements.AT, Statements.FROM, told.sql()),
                        told.parameters())
                .stream()
                .map(Newest::at)
                .filter(at -> at != null)
                .map(at -> at.atZone(period.zone()).toLocalDate())
                .findFirst()
                .orElse(end);
    }

    private Map<LocalDate, Count> counted(Query query, LocalDate from, LocalDate last, Period period) {
        Condition within = query.within(
                from.atStartOfDay(period.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(period.zone()).toInstant());
        var parameters = new HashMap<>(within.parameters());
        parameters.put("zone", period.zone().getId());
        return rows
                .keptList(
                        Count.class,
                        """
                        select cast(%1$s at time zone cast(:zone as text) as date) as day, count(*) as statements,
                               count(*) filter (where %4$s) as sure
                        %2$s where %3$s group by 1
                        """.formatted(Statements.AT, Statements.FROM, within.sql(), COMPARED.sql()),
                        parameters)
                .stream()
                .collect(Collectors.toMap(Count::day, count -> count));
    }
}
