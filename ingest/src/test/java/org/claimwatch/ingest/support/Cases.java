package org.claimwatch.ingest.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Another project's cases with what we expect of each, and the table of those that come out otherwise here, each with
 * a reason. A row of that table that excuses nothing is one too many.
 */
public final class Cases {
    private final List<String[]> rows;
    private final List<String[]> exceptions;

    private Cases(List<String[]> rows, List<String[]> exceptions) {
        this.rows = rows;
        this.exceptions = exceptions;
    }

    /** Reads two resources beside a class; the last column of a case is the answer, that of an exception the reason. */
    public static Cases beside(Class<?> test, String cases, String exceptions) {
        return new Cases(rows(test, cases), rows(test, exceptions));
    }

    /** What is found for a case's columns but the last. */
    @FunctionalInterface
    public interface Question {
        String answer(String[] columns) throws IOException;
    }

    /** Returns what is wrong, in words. */
    public List<String> compare(Question question) {
        List<String> wrong = new ArrayList<>();
        var met = new TreeSet<String>();
        for (String[] row : rows) {
            String found = answer(question, row);
            String input = String.join(" ", List.of(row).subList(0, row.length - 1));
            if (found.equals(row[row.length - 1])) {
                continue;
            }
            String excuse = exceptions.stream()
                    .map(exception -> exception[0])
                    .filter(pattern -> Pattern.matches(pattern, input))
                    .findFirst()
                    .orElse("");
            met.add(excuse);
            if (excuse.isEmpty()) {
                wrong.add(input + ": expected " + row[row.length - 1] + ", found " + found);
            }
        }
        exceptions.stream()
                .map(exception -> exception[0])
                .filter(pattern -> !met.contains(pattern))
                .forEach(pattern -> wrong.add("excuses nothing: " + pattern));
        System.out.printf("%d cases, %d argued%n", rows.size(), exceptions.size());
        return wrong;
    }

    private static String answer(Question question, String[] row) {
        try {
            return question.answer(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
