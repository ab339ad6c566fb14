package org.claimwatch.deploy.local;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What follows {@code ./claimwatch run}.
 *
 * @param fresh forget the data of earlier runs
 * @param sample start the sample press and watch its outlets
 * @param without services left out
 * @param databaseMemory MB in which the database keeps pages
 */
public record RunOptions(boolean fresh, boolean sample, Set<String> without, int databaseMemory) {
    static final int LITTLE_MEMORY = 64;
    static final String USAGE = """
            Usage: ./claimwatch run [--fresh] [--no-sample] [--without ingest|analysis|web] [--database-memory MB]
              --fresh            forget the data of earlier runs
              --no-sample        start empty, without the sample press
              --without SERVICE  leave a service out, to run it in dev mode; may be repeated
              --database-memory MB  in which PostgreSQL keeps pages (64): more for a large corpus
            """;
    private static final Set<String> SERVICES = Set.of("ingest", "analysis", "web");

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException naming an option that does not exist
     */
    public static RunOptions of(String... arguments) {
        boolean fresh = false;
        boolean sample = true;
        Set<String> without = new LinkedHashSet<>();
        int databaseMemory = LITTLE_MEMORY;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--no-sample" -> sample = false;
                case "--without" -> without.add(service(++i < arguments.length ? arguments[i] : "nothing"));
                case "--database-memory" ->
                    databaseMemory = megabytes(++i < arguments.length ? arguments[i] : "nothing");
                default -> throw new IllegalArgumentException("Unknown option: " + arguments[i]);
            }
        }
        return new RunOptions(fresh, sample, without, databaseMemory);
    }

    private static String service(String name) {
        if (!SERVICES.contains(name)) {
            throw new IllegalArgumentException("--without takes ingest, analysis or web, not " + name);
        }
        return name;
    }

    private static int megabytes(String text) {
        if (!text.matches("[1-9]\\d{1,5}")) {
            throw new IllegalArgumentException("--database-memory takes megabytes, not " + text);
        }
        return Integer.parseInt(text);
    }
}
