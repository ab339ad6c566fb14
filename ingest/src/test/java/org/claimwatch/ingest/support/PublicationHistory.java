package org.claimwatch.ingest.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented feeds as outlets really publish: round the clock, in office hours, in bursts, once a week, or no more. */
public enum PublicationHistory {
    AGENCY_ROUND_THE_CLOCK {
        @Override
        double perHour(Instant at, Instant start) {
            return 8 * daylight(hour(at)) + 2;
        }
    },
    BROADCASTER {
        @Override
        double perHour(Instant at, Instant start) {
            return (weekend(at) ? 0.7 : 1.6) * daylight(hour(at));
        }
    },
    NEWSPAPER_IN_OFFICE_HOURS {
        @Override
        double perHour(Instant at, Instant start) {
            return weekend(at) || hour(at) < 7 || hour(at) >= 17 ? 0 : 1.5;
        }
    },
    ACROSS_THE_DATE_LINE {
        @Override
        double perHour(Instant at, Instant start) {
            return 1.2 * daylight((hour(at) + 12) % 24);
        }
    },
    BURSTS {
        @Override
        double perHour(Instant at, Instant start) {
            return 0.1 * daylight(hour(at));
        }

        @Override
        int size(Random random) {
            return 1 + random.nextInt(12);
        }
    },
    MORNING_EDITION {
        @Override
        double perHour(Instant at, Instant start) {
            return hour(at) == 4 && !weekend(at) ? 1.5 : 0;
        }

        @Override
        int size(Random random) {
            return 10 + random.nextInt(20);
        }
    },
    WEEKLY {
        @Override
        double perHour(Instant at, Instant start) {
            return hourOfWeek(at) / 24 == 3 && hour(at) >= 8 && hour(at) < 12 ? 1.5 : 0;
        }
    },
    BLOG {
        @Override
        double perHour(Instant at, Instant start) {
            return 2.0 / 168;
        }
    },
    LOUDER_SINCE_THE_ELECTION {
        @Override
        double perHour(Instant at, Instant start) {
            return (at.isAfter(start.plus(Duration.ofDays(30))) ? 3 : 0.4) * daylight(hour(at));
        }
    },
    GIVEN_UP {
        @Override
        double perHour(Instant at, Instant start) {
            return at.isAfter(start.plus(Duration.ofDays(14))) ? 0 : 0.6 * daylight(hour(at));
        }
    },
    DEAD {
        @Override
        double perHour(Instant at, Instant start) {
            return 0;
        }
    };

    /** Expected publications an hour. */
    abstract double perHour(Instant at, Instant start);

    /** Entries in one publication. */
    int size(Random random) {
        return 1;
    }

    /** Times of all entries, in order: a Poisson process in steps of a minute, entries of a burst 20 s apart. */
    public List<Instant> entries(Instant start, Duration length, Random random) {
        List<Instant> entries = new ArrayList<>();
        for (Instant at = start; at.isBefore(start.plus(length)); at = at.plusSeconds(60)) {
            if (random.nextDouble() < perHour(at, start) / 60) {
                int size = size(random);
                for (int i = 0; i < size; i++) {
                    entries.add(at.plusSeconds(20L * i));
                }
            }
        }
        entries.sort(null);
        return entries;
    }

    /** Quiet from 22 to 5, full by day, highest in the morning and the early evening. */
    private static double daylight(int hour) {
        return hour < 5 || hour >= 22 ? 0.08 : hour == 8 || hour == 9 || hour == 17 || hour == 18 ? 1.4 : 1;
    }

    private static int hour(Instant at) {
        return hourOfWeek(at) % 24;
    }

    /** 0 is Monday's first hour. */
    private static int hourOfWeek(Instant at) {
        return (int) Math.floorMod(Math.floorDiv(at.getEpochSecond(), 3600L) + 72, 168L);
    }

    private static boolean weekend(Instant at) {
        return hourOfWeek(at) >= 5 * 24;
    }
}
