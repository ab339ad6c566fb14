package org.claimwatch.web.volume;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many statements there were on each of some days in a row, the oldest first. */
public record Volume(List<Day> days) {
    /**
     * One day.
     *
     * @param sure of the statements, those that neither the machine doubts nor the team rejected: they alone are compared
     * @param usual how many sure ones a day had in the {@value Spike#BASELINE} days before
     * @param spike null where the day is not out of the usual
     * @param within whether it belongs to the period asked for; the days before it are there to compare
     */
    public record Day(
            LocalDate day,
            long statements,
            long sure,
            double usual,
            @Nullable Spike spike,
            boolean within) {}

    public long statements() {
        return days.stream().mapToLong(Day::statements).sum();
    }

    public List<Day> spikes() {
        return days.stream().filter(day -> day.spike() != null).toList();
    }
}
