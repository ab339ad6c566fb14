package org.claimwatch.deploy.corpus;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.deploy.corpus.PressTemplates.Version;

/** Shares a corpus out over worlds: how many there are, whose people each has, when it takes place, how much of it is told. */
final class Worlds {
    private static final int CASTS_IN_A_REGION = 10;
    private static final int MOST_CASTS = 500;
    private static final int WORLDS_OF_A_CAST = 40;
    private static final LocalDate FIRST_DAY_OF_PRESS = LocalDate.of(2025, 9, 8);

    private final PressTemplates press;
    private final CorpusOptions options;
    private final List<Share> shares = new ArrayList<>();
    private final int casts;
    private final double kept;

    /**
     * A world and how much of it is wanted.
     *
     * @param room for how many of its articles
     */
    record Share(World world, int room) {}

    Worlds(PressTemplates press, CorpusOptions options) {
        this.press = press;
        this.options = options;
        this.casts = Math.clamp(options.articles() / press.articles().size() / WORLDS_OF_A_CAST, 2, MOST_CASTS);
        long statements = press.articles().stream()
                .mapToLong(versions -> versions.stream()
                        .mapToLong(version -> version.statements().size())
                        .sum())
                .sum();
        this.kept = Math.min(
                1,
                (double) options.statements()
                        / options.articles()
                        * press.articles().size()
                        / statements);
        spread();
    }

    int count() {
        return shares.size();
    }

    Share share(int number) {
        return shares.get(number);
    }

    /** Which part of the press's statements is told. */
    double kept() {
        return kept;
    }

    /**
     * From the newest to the oldest, as many to a day as make the articles last for all days: the newest are cut off where
     * the days end, as a story is that goes on, and the oldest where there are articles enough.
     */
    private void spread() {
        double daysApart = (double) options.days() * press.articles().size() / options.articles();
        long last = options.until().toEpochDay() - 1 - FIRST_DAY_OF_PRESS.toEpochDay();
        int left = options.articles();
        for (int number = 0; left > 0; number++) {
            // A few casts are in the news more often than the others.
            double luck = new World(number, 0, 0, 0).chance(1);
            int cast = (int) (casts * luck * luck);
            World world = new World(number, cast, cast / CASTS_IN_A_REGION, last - (long) (number * daysApart));
            shares.add(new Share(world, left));
            left -= Math.toIntExact(Math.min(
                    left,
                    press.articles().stream()
                            .filter(versions -> isOver(world, versions))
                            .count()));
        }
    }

    /** Whether an article with all its versions was published within the days. */
    boolean isOver(World world, List<Version> versions) {
        return at(world, versions.getLast())
                .isBefore(options.until().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Some hours apart from world to world. */
    static Instant at(World world, Version version) {
        return version.published()
                .toInstant()
                .plus(Duration.ofDays(world.daysOn()))
                .minus(Duration.ofSeconds(Math.floorMod(world.drawn(0), 28_800L)));
    }
}
