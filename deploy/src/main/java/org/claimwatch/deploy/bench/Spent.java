package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process has spent, as the kernel and its JVM count it: figures that other work on the machine hardly changes. */
final class Spent {
    private static final Pattern ADDRESS = Pattern.compile("0x(\\p{XDigit}+)");
    private static final Pattern MAPPING = Pattern.compile("(\\p{XDigit}+)-\\p{XDigit}+ ");

    private Spent() {}

    /** Seconds of a processor, with those of its children that are there. */
    static double processor(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    /** MB of memory that it has now. */
    static long resident(ProcessHandle process) throws IOException {
        return status(process, "VmRSS");
    }

    /** MB of memory that it had at most. */
    static long residentAtMost(ProcessHandle process) throws IOException {
        return status(process, "VmHWM");
    }

    /** MB of its heap in use, after a collection. */
    static long heapInUse(ProcessHandle jvm) throws IOException, InterruptedException {
        ask(jvm, "GC.run");
        return ask(jvm, "GC.heap_info")
                        .lines()
                        .filter(line -> line.contains(" total ") && line.contains(", used "))
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")))
                        .sum()
                >> 10;
    }

    /** MB of memory that it has now beside its heap: classes, compiled code, threads, a model. */
    static long besideHeap(ProcessHandle jvm) throws IOException, InterruptedException {
        List<Long> bounds = ADDRESS.matcher(ask(jvm, "GC.heap_info"))
                .results()
                .map(it -> Long.parseLong(it.group(1), 16))
                .sorted()
                .toList();
        long heap = 0;
        boolean within = false;
        for (String line : Files.readAllLines(Path.of("/proc/" + jvm.pid() + "/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.lookingAt()) {
                long from = Long.parseUnsignedLong(mapping.group(1), 16);
                within = from >= bounds.getFirst() && from < bounds.getLast();
            } else if (within && line.startsWith("Rss:")) {
                heap += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return resident(jvm) - (heap >> 10);
    }

    private static long status(ProcessHandle process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    private static String ask(ProcessHandle jvm, String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(jvm.pid()), what).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }
}
