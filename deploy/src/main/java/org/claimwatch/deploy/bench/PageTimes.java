package org.claimwatch.deploy.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of page took; several threads may tell. */
final class PageTimes {
    private final Map<String, List<Double>> milliseconds = new TreeMap<>();
    private final Map<String, List<String>> failures = new TreeMap<>();

    synchronized void took(String page, double ms) {
        milliseconds.computeIfAbsent(page, _ -> new ArrayList<>()).add(ms);
    }

    /** Addresses are kept, so that whoever reads the report can look at what did not answer. */
    synchronized void failed(String page, String address) {
        failures.computeIfAbsent(page, _ -> new ArrayList<>()).add(address);
    }

    synchronized int count() {
        return milliseconds.values().stream().mapToInt(List::size).sum();
    }

    synchronized void print(PrintStream out) {
        out.printf("%n%-28s %8s %8s %8s %8s %8s%n", "Page", "asked", "p50 ms", "p95 ms", "most ms", "failed");
        milliseconds.entrySet().stream()
                .sorted(Comparator.comparingDouble(page -> -percentile(page.getValue(), 95)))
                .forEach(page -> row(
                        out,
                        page.getKey(),
                        page.getValue(),
                        failures.getOrDefault(page.getKey(), List.of()).size()));
        printAll(out, "all");
        failures.forEach((page, addresses) -> out.printf("Failed: %s at %s%n", page, String.join(" ", addresses)));
    }

    /** One line for all pages together. */
    synchronized void printAll(PrintStream out, String name) {
        List<Double> all = milliseconds.values().stream().flatMap(List::stream).toList();
        row(out, name, all, failures.values().stream().mapToInt(List::size).sum());
    }

    private static void row(PrintStream out, String page, List<Double> times, int failed) {
        out.printf(
                "%-28s %8d %8.0f %8.0f %8.0f %8d%n",
                page, times.size(), percentile(times, 50), percentile(times, 95), percentile(times, 100), failed);
    }

    /** The least time that so many of a hundred did not exceed. */
    static double percentile(List<Double> times, int percent) {
        if (times.isEmpty()) {
            return 0;
        }
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
