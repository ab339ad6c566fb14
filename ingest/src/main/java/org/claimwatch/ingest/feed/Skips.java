package org.claimwatch.ingest.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a feed asks not to be asked: RSS 2.0's {@code skipHours} and {@code skipDays}.
 *
 * @param hours 0 to 23, in UTC
 */
public record Skips(Set<Integer> hours, Set<DayOfWeek> days) {
    public static final Skips NONE = new Skips(Set.of(), Set.of());

    private static final int HOURS_OF_WEEK = 168;

    static Skips of(XmlNode head) {
        Set<Integer> hours = texts(head, "skiphours", "hour")
                .filter(text -> text.matches("\\d{1,2}"))
                // RSS 0.91 counts from 1 to 24.
                .map(text -> Integer.parseInt(text) % 24)
                .collect(Collectors.toUnmodifiableSet());
        Set<DayOfWeek> days = texts(head, "skipdays", "day")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .flatMap(name ->
                        Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(name)))
                .collect(Collectors.toUnmodifiableSet());
        return hours.isEmpty() && days.isEmpty() ? NONE : new Skips(hours, days);
    }

    private static Stream<String> texts(XmlNode head, String list, String item) {
        return head.children(list)
                .flatMap(node -> node.children(item))
                .map(XmlNode::text)
                .map(text -> String.valueOf(text).strip());
    }

    /** The time itself, or the first hour after it that is not skipped; a feed that skips all of them is asked. */
    public Instant afterThem(Instant time) {
        Instant at = time;
        for (int steps = 0; skipped(at); steps++) {
            if (steps == HOURS_OF_WEEK) {
                return time;
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return at;
    }

    private boolean skipped(Instant time) {
        var at = time.atZone(ZoneOffset.UTC);
        return hours.contains(at.getHour()) || days.contains(at.getDayOfWeek());
    }
}
