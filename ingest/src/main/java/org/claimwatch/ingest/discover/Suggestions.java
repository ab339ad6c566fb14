package org.claimwatch.ingest.discover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the few of an outlet's feeds that together announce what all of them do: one that covers everything rather
 * than dozens of sections.
 */
final class Suggestions {
    private static final int MOST = 8;
    private static final Duration ASLEEP = Duration.ofDays(90);
    private static final double COVERED = 0.5;
    private static final int NEWEST = 20;

    private Suggestions() {}

    /**
     * A feed that was found.
     *
     * @param keys one number for each entry's address
     * @param times when each entry was published, in seconds since 1970; 0 where that is not known
     */
    record Found(
            long id,
            String url,
            CandidateOrigin origin,
            FeedKind kind,
            int entries,
            @Nullable Instant newest,
            List<Long> keys,
            List<Long> times) {

        /** A feed proper before a sitemap, both before the pages for readers. */
        int rank() {
            return switch (kind) {
                case RSS, RDF, ATOM, JSON -> 0;
                case NEWS_SITEMAP -> 1;
                case SECTION_PAGE -> origin == CandidateOrigin.HOME_PAGE ? 3 : 2;
                case SITEMAP -> 4;
            };
        }

        /** Entries a day: of two feeds of one outlet the faster one has more of what the outlet publishes. */
        double pace() {
            long[] dated = times.stream().mapToLong(t -> t).filter(t -> t > 0).toArray();
            if (dated.length < 2) {
                return 0;
            }
            long first = Long.MAX_VALUE;
            long last = 0;
            for (long time : dated) {
                first = Math.min(first, time);
                last = Math.max(last, time);
            }
            return dated.length * 86_400.0 / Math.max(3_600, last - first);
        }

        long oldest() {
            return times.stream().mapToLong(t -> t).filter(t -> t > 0).min().orElse(0);
        }
    }

    /** Whether a feed is suggested; if not, why, for a person to read. */
    record Choice(boolean suggested, @Nullable String reason) {}

    /** By id, a choice for each. */
    static Map<Long, Choice> choose(List<Found> feeds) {
        Instant freshest = feeds.stream()
                .map(feed -> feed.newest() == null ? Instant.EPOCH : feed.newest())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Found> ordered = feeds.stream()
                .sorted(Comparator.comparingInt(Found::rank)
                        .thenComparing(Comparator.comparingDouble(Found::pace).reversed())
                        .thenComparing(Comparator.comparingInt(Found::entries).reversed())
                        .thenComparingLong(Found::id))
                .toList();
        Map<Long, Choice> choices = new HashMap<>();
        List<Found> taken = new ArrayList<>();
        for (Found feed : ordered) {
            String against = against(feed, taken, freshest);
            if (against == null) {
                taken.add(feed);
            }
            choices.put(feed.id(), new Choice(against == null, against));
        }
        return choices;
    }

    private static @Nullable String against(Found feed, List<Found> taken, Instant freshest) {
        if (FeedLinks.isOfComments(feed.url())) {
            return "announces readers’ comments";
        }
        if (feed.newest() != null && feed.newest().isBefore(freshest.minus(ASLEEP))) {
            return "has been silent while others went on";
        }
        if (taken.isEmpty()) {
            return null;
        }
        if (feed.rank() >= 2 && taken.getFirst().rank() < 2) {
            return "not needed beside a feed";
        }
        if (feed.rank() == 4) {
            return "not needed beside the section pages";
        }
        if (covered(feed, taken)) {
            return "announces what a ticked one does";
        }
        return taken.size() < MOST ? null : "more than %d are not ticked by themselves".formatted(MOST);
    }

    /** Compares what both can know: entries as young as the oldest that the others still hold. */
    private static boolean covered(Found feed, List<Found> taken) {
        Set<Long> held = new HashSet<>();
        long since = Long.MAX_VALUE;
        for (Found other : taken) {
            held.addAll(other.keys());
            since = Math.min(since, other.oldest());
        }
        int compared = 0;
        int same = 0;
        for (int i = 0; i < feed.keys().size() && compared < NEWEST; i++) {
            long time = feed.times().get(i);
            if (time == 0 || time >= since) {
                compared++;
                same += held.contains(feed.keys().get(i)) ? 1 : 0;
            }
        }
        return same >= compared * COVERED;
    }
}
