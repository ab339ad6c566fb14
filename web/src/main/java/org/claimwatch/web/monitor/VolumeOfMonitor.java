package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Columns;
import org.claimwatch.web.chart.Columns.Step;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.volume.Spike;
import org.claimwatch.web.volume.Spike.Sensitivity;
import org.claimwatch.web.volume.Volume;
import org.claimwatch.web.volume.Volume.Day;
import org.claimwatch.web.volume.VolumeByDay;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.LayoutWords;
import org.claimwatch.web.words.MonitorWords;
import org.jspecify.annotations.Nullable;

/** How much a monitor found on each day, drawn, with its spikes; what is one depends on what its alerts take for one. */
@ApplicationScoped
class VolumeOfMonitor {
    /** A sentence names no more days than these. */
    private static final int NAMED = 3;

    private final VolumeByDay volumes;
    private final Rows rows;

    VolumeOfMonitor(VolumeByDay volumes, Rows rows) {
        this.volumes = volumes;
        this.rows = rows;
    }

    private record Chosen(String sensitivity) {}

    /** As the monitor's alerts are set. */
    Sensitivity sensitivity(Monitor monitor) {
        return rows.first(
                        Chosen.class,
                        "select sensitivity from alert_rule where monitor_id = :monitor",
                        Map.of("monitor", Objects.requireNonNull(monitor.id)))
                .flatMap(chosen -> Arrays.stream(Sensitivity.values())
                        .filter(each -> each.name().equals(chosen.sensitivity()))
                        .findFirst())
                .orElse(Sensitivity.MEDIUM);
    }

    Volume of(Monitor monitor, Period period) {
        return volumes.of(Query.saved(monitor.query), period, sensitivity(monitor));
    }

    /** Null where there is nothing to draw. */
    @Nullable Columns drawn(Monitor monitor, Period period, Address here) {
        Sensitivity sensitivity = sensitivity(monitor);
        Volume volume = volumes.of(Query.saved(monitor.query), period, sensitivity);
        if (volume.days().isEmpty()) {
            return null;
        }
        List<Caption.Row> rows = volume.days().reversed().stream()
                .map(day -> row(day, monitor, here))
                .toList();
        return Columns.of(
                new Caption(
                        MonitorWords.SAY.volume(),
                        takeaway(volume, sensitivity),
                        new Caption.Numbers(
                                List.of(
                                        MonitorWords.SAY.day(),
                                        MonitorWords.SAY.statements(),
                                        MonitorWords.SAY.sure(),
                                        MonitorWords.SAY.usual(Spike.BASELINE),
                                        MonitorWords.SAY.spikeHead()),
                                rows)),
                volume.days().stream().map(VolumeOfMonitor::step).toList(),
                CountWords.SAY.number(
                        volume.days().stream().mapToLong(Day::statements).max().orElse(0)));
    }

    private static Step step(Day day) {
        String count = CountWords.SAY.statements(day.statements());
        return new Step(
                Language.spoken().written("D").format(day.day()),
                day.statements(),
                !day.within(),
                day.spike() == null ? null : MonitorWords.SAY.spike(),
                day.spike() == null
                        ? MonitorWords.SAY.onDay(date(day), count)
                        : MonitorWords.SAY.spikeOn(date(day), count, decimal(day.usual())));
    }

    private static Caption.Row row(Day day, Monitor monitor, Address here) {
        Address matches = here.without("as", "after", "before", "compare")
                .with("period", "own")
                .with("from", day.day())
                .with("to", day.day());
        Address sure = matches.at("/search")
                .with("q", Query.saved(monitor.query).undoubted().text());
        return new Caption.Row(
                date(day),
                matches.toString(),
                List.of(
                        Caption.Value.of(day.statements(), matches.toString()),
                        Caption.Value.of(day.sure(), sure.toString()),
                        Caption.Value.of(decimal(day.usual())),
                        Caption.Value.of(day.spike() == null ? "" : MonitorWords.SAY.spike())));
    }

    private static String takeaway(Volume volume, Sensitivity sensitivity) {
        String sum = MonitorWords.SAY.inDays(
                CountWords.SAY.statements(volume.statements()), volume.days().size());
        List<Day> spikes = volume.spikes();
        if (spikes.isEmpty()) {
            return MonitorWords.SAY.noSpike(sum, Spike.BASELINE);
        }
        return MonitorWords.SAY.spikes(
                sum,
                spikes.size(),
                spikes.reversed().stream()
                        .limit(NAMED)
                        .map(VolumeOfMonitor::date)
                        .collect(Collectors.joining(LayoutWords.SAY.comma() + " ")),
                Math.max(0, spikes.size() - NAMED),
                Math.round(1 / sensitivity.chance));
    }

    private static String date(Day day) {
        return Language.spoken().date().format(day.day());
    }

    private static String decimal(double number) {
        Locale locale = Language.spoken().locale();
        return String.format(locale, "%.1f", number);
    }
}
