package org.claimwatch.ingest.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.NotAFeedException;
import org.claimwatch.ingest.fetch.PageText;
import org.jspecify.annotations.Nullable;

/**
 * Sends damaged and malicious feeds and pages through what reads them. Each input follows from the seed and its number
 * alone, so that one that did harm can be made again.
 */
final class Fuzzing {
    /** Nothing of at most 150 KB may take longer, even on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Path PRESS = Path.of("../deploy/local/sample-press/site");
    private static final URI BASE = URI.create("https://outlet.example/news/feed");
    private static final @Nullable String[] TYPES = {
        null,
        "text/xml",
        "text/html; charset=utf-8",
        "application/rss+xml; charset=iso-8859-1",
        "text/html; charset=\"",
        ";charset=x"
    };

    /**
     * What came of it.
     *
     * @param outcomes how many inputs ended how
     * @param harm inputs by number and what they did: none is what is wanted
     * @param slowest processor time of the slowest input in milliseconds
     * @param slowestInput its number
     * @param hungriest bytes that the hungriest input made the parsers allocate, all in all
     */
    record Report(
            long inputs,
            Map<String, Long> outcomes,
            List<String> harm,
            double slowest,
            long slowestInput,
            long hungriest) {
        boolean isClean() {
            return harm.isEmpty();
        }
    }

    private final List<byte[]> originals;
    private final ArticleExtractor extractor =
            new ArticleExtractor(Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC));
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<String> harm = new ArrayList<>();
    private volatile @Nullable Thread current;
    private volatile double slowest;
    private volatile long slowestInput;
    private volatile long hungriest;

    private Fuzzing(List<byte[]> originals) {
        this.originals = originals;
    }

    static Report run(long inputs, long seed, Duration most, PrintStream out) throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(originals());
        long end = System.nanoTime() + most.toNanos();
        ExecutorService worker = fuzzing.worker();
        long number = 0;
        for (; number < inputs && System.nanoTime() < end && fuzzing.harm.size() < 20; number++) {
            byte[] input = fuzzing.input(seed, number);
            long id = number;
            Future<String> outcome = worker.submit(() -> fuzzing.read(input, id));
            try {
                fuzzing.outcomes.merge(outcome.get(LIMIT.toSeconds(), TimeUnit.SECONDS), 1L, Long::sum);
            } catch (TimeoutException e) {
                fuzzing.hung(number, input);
                worker.shutdownNow();
                worker = fuzzing.worker();
            } catch (ExecutionException e) {
                fuzzing.crashed(number, input, e.getCause());
            }
            if ((number + 1) % 20_000 == 0) {
                out.println(number + 1 + " inputs, " + fuzzing.harm.size() + " did harm");
            }
        }
        worker.shutdownNow();
        Report report = new Report(
                number, fuzzing.outcomes, fuzzing.harm, fuzzing.slowest, fuzzing.slowestInput, fuzzing.hungriest);
        print(report, seed, out);
        return report;
    }

    private static void print(Report report, long seed, PrintStream out) {
        out.println(report.inputs + " inputs of seed " + seed + ": " + report.harm.size() + " crashed or hung");
        report.outcomes.forEach((outcome, count) -> out.println("  " + count + " " + outcome));
        out.printf(
                Locale.ROOT,
                "  the slowest, input %d, took %.0f ms; the hungriest allocated %d MB in all%n",
                report.slowestInput,
                report.slowest,
                report.hungriest >> 20);
        report.harm.forEach(out::println);
    }

    /** Platform threads with the stack that virtual threads may grow to as well. */
    private ExecutorService worker() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }

    byte[] input(long seed, long number) {
        Random random = new Random(seed * 1_000_003 + number);
        byte[] original = originals.get(random.nextInt(originals.size()));
        return Mutation.of(original, originals.get(random.nextInt(originals.size())), random);
    }

    private String read(byte[] input, long number) {
        current = Thread.currentThread();
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        Random random = new Random(number);
        String type = TYPES[random.nextInt(TYPES.length)];
        String outcome;
        try {
            FeedKind expected = random.nextInt(4) == 0 ? FeedKind.RSS : null;
            int entries = FeedParser.parse(input, type, random.nextInt(5) == 0 ? null : BASE, expected)
                    .entries()
                    .size();
            outcome = entries > 0 ? "read as a feed with entries" : "read as a feed without entries";
        } catch (NotAFeedException e) {
            if (String.valueOf(e.getMessage()).contains("stumbled")) {
                throw new IllegalStateException(e.getMessage());
            }
            outcome = "told to be no feed";
        }
        boolean isText = !extractor
                .extract(PageText.decode(input, type), BASE.toString())
                .text()
                .isEmpty();
        double taken = (THREADS.getCurrentThreadCpuTime() - time) / 1e6;
        if (taken > slowest) {
            slowest = taken;
            slowestInput = number;
        }
        hungriest = Math.max(hungriest, THREADS.getCurrentThreadAllocatedBytes() - bytes);
        return outcome + (isText ? ", article text found" : ", no article text");
    }

    private void hung(long number, byte[] input) {
        Thread thread = current;
        harm.add("HUNG on input " + number + " (" + input.length + " bytes): "
                + (thread == null ? "" : where(thread.getStackTrace())));
    }

    private void crashed(long number, byte[] input, @Nullable Throwable cause) {
        harm.add("CRASHED on input " + number + " (" + input.length + " bytes): " + cause
                + (cause == null ? "" : where(cause.getStackTrace())));
    }

    private static String where(StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder();
        Stream.concat(
                        Arrays.stream(stack).limit(6),
                        Arrays.stream(stack)
                                .filter(frame -> frame.getClassName().startsWith("org.claimwatch"))
                                .limit(4))
                .forEach(frame -> text.append("\n    ").append(frame));
        return text.toString();
    }

    /** Feeds of every kind, and pages. */
    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        originals.add(GeneratedFeeds.rss(6_000, 1));
        originals.add(GeneratedFeeds.atom(6_000, 2));
        for (String text : SMALL) {
            originals.add(text.getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> files = Files.walk(PRESS)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(xml|rdf|atom|json|html?)"))
                    .sorted()
                    .forEach(file -> originals.add(bytes(file)));
        }
        return originals;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final List<String> SMALL = List.of(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss"
                    + " version='0.91'><channel><title>&a;</title><link>/</link><item><title>One</title><link>1</link><pubDate>Thu,"
                    + " 26 Nov 2026 08:00 EST</pubDate></item></channel></rss>",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns='http://purl.org/rss/1.0/'><channel rdf:about='/'><title>t</title></channel><item"
                    + " rdf:about='/1'><title>One</title><link>/1</link></item></rdf:RDF>",
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title"
                    + " mode='base64'>dGl0bGU=</title><entry><id>1</id><content type='application/xhtml+xml'"
                    + " mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'>x</div></content></entry></feed>",
            "<CHANNEL BASE='http://a.example/' LASTMOD='2004-04-06T23:05'><TITLE>t</TITLE><ITEM"
                    + " HREF='/1'><TITLE>One</TITLE></ITEM></CHANNEL>",
            "<sitemapindex><sitemap><loc>http://a.example/1.xml</loc><lastmod>2026-11-26</lastmod></sitemap></sitemapindex>",
            "<urlset"
                    + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>http://a.example/1</loc><news:news><news:title>One"
                    + "</news:title><news:publication_date>2026-11-26</news:publication_date></news:news></url></urlset>",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"/1\",\"title\":\"One\",\"content_html\":\"<p>x</p>\"}]}");
}
