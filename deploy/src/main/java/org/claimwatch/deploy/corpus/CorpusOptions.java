package org.claimwatch.deploy.corpus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code ./claimwatch load-corpus}.
 *
 * @param statements altogether, on average over the articles
 * @param days over how many days the articles are spread
 * @param until the last of those days
 * @param add whether the database may hold articles already
 * @param database a JDBC address that connects as a superuser; null for this machine's stack
 */
public record CorpusOptions(
        int articles,
        long statements,
        int days,
        LocalDate until,
        boolean add,
        @Nullable String database) {
    static final String USAGE = """
            Usage: ./claimwatch load-corpus --articles N [--statements N] [--days N] [--until DAY] [--add] [--database URL]
              --articles N     so many articles, made from the sample press with other names, numbers, dates and outlets
              --statements N   so many statements, about (5 for each article)
              --days N         spread over so many days (1000)
              --until DAY      the last of them (today)
              --add            also into a database that holds articles
              --database URL   a JDBC address of a superuser, such as jdbc:postgresql://db/claimwatch?user=postgres;
                               without it this machine's stack, which must not run
            """;
    private static final int USUAL_DAYS = 1000;
    private static final int USUAL_STATEMENTS = 5;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static CorpusOptions of(LocalDate today, String... arguments) {
        int articles = 0;
        long statements = 0;
        int days = USUAL_DAYS;
        LocalDate until = today;
        boolean add = false;
        String database = null;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--add")) {
                add = true;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option, or nothing after it: " + name);
            }
            String value = arguments[++i];
            switch (name) {
                case "--articles" -> articles = (int) number(name, value);
                case "--statements" -> statements = number(name, value);
                case "--days" -> days = (int) number(name, value);
                case "--until" -> until = LocalDate.parse(value);
                case "--database" -> database = value;
                default -> throw new IllegalArgumentException("Unknown option: " + name);
            }
        }
        if (articles == 0) {
            throw new IllegalArgumentException("How many articles? Say --articles N");
        }
        return new CorpusOptions(
                articles,
                statements == 0 ? (long) USUAL_STATEMENTS * articles : statements,
                days,
                until,
                add,
                database);
    }

    private static long number(String name, String value) {
        try {
            long number = Long.parseLong(value.replace("_", ""));
            if (number > 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + value, e);
        }
        throw new IllegalArgumentException(name + " takes a number above 0, not " + value);
    }
}
