package org.claimwatch.deploy.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run left in each table, so that two runs can be compared; final-state.sql says how, and what is left out and why. */
public record FinalState(Map<String, List<String>> arrival, Map<String, List<String>> reading) {
    /** A part of final-state.sql. */
    private record Part(String table, String kind, String sql) {}

    /**
     * Looks at all tables as they are now.
     *
     * @param everything a connection that row-level security does not hold
     */
    public static FinalState of(Connection everything) throws SQLException {
        Map<String, List<String>> arrival = new TreeMap<>();
        Map<String, List<String>> reading = new TreeMap<>();
        Set<String> unnamed = tables(everything);
        try (Statement statement = everything.createStatement()) {
            for (Part part : parts()) {
                unnamed.remove(part.table);
                switch (part.kind) {
                    case "once" -> statement.execute(part.sql);
                    case "arrival" -> arrival.put(part.table, lines(statement, part.sql));
                    case "reading" -> reading.put(part.table, lines(statement, part.sql));
                    default -> {}
                }
            }
            for (String table : unnamed) {
                reading.put(table + ", rows", lines(statement, "select count(*)::text from " + table));
            }
            statement.execute("drop view sto, cl, st, ver, art");
        }
        return new FinalState(arrival, reading);
    }

    /** Lines that only one of two runs has, each with its table; a line that one has twice counts. */
    public static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> found) {
        List<String> differences = new ArrayList<>();
        Set<String> tables = new TreeSet<>(expected.keySet());
        tables.addAll(found.keySet());
        for (String table : tables) {
            List<String> lost = new ArrayList<>(expected.getOrDefault(table, List.of()));
            List<String> more = new ArrayList<>();
            for (String line : found.getOrDefault(table, List.of())) {
                if (!lost.remove(line)) {
                    more.add(line);
                }
            }
            lost.forEach(line -> differences.add(table + " lacks " + line));
            more.forEach(line -> differences.add(table + " has besides " + line));
        }
        return differences;
    }

    /** How many rows stand for how many tables. */
    public String size() {
        long rows = arrival.values().stream().mapToLong(List::size).sum()
                + reading.values().stream().mapToLong(List::size).sum();
        return "%d rows of %d tables".formatted(rows, tables(arrival.keySet(), reading.keySet()));
    }

    private static long tables(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all.size();
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private static Set<String> tables(Connection everything) throws SQLException {
        try (Statement statement = everything.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                        and not relispartition and relname <> 'flyway_schema_history'""")) {
            Set<String> tables = new TreeSet<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (String part : text().split("(?m)^--# ", -1)) {
            String[] words = part.lines().findFirst().orElse("").split(" ", 3);
            if (words.length > 1 && !words[0].startsWith("--")) {
                parts.add(new Part(words[0], words[1], part.substring(part.indexOf('\n') + 1)));
            }
        }
        return parts;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(FinalState.class.getResourceAsStream("/final-state.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
