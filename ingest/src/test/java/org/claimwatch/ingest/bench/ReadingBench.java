package org.claimwatch.ingest.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.NotAFeedException;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.support.SamplePress;
import org.jspecify.annotations.Nullable;

/** Parsing feeds beside ROME, and extracting articles beside Readability4J. */
final class ReadingBench {
    private static final Path AEB = Path.of("../../shared/data/extraction/aeb");
    private static final Path PRESS = Path.of("../deploy/local/sample-press/site");

    /** Where a row goes. */
    @FunctionalInterface
    interface Rows {
        void row(String what, Figure ours, @Nullable Figure peer);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    private record Page(String url, byte[] bytes) {}

    private ReadingBench() {}

    static void run(Bench.Size size, Rows rows) throws Exception {
        feeds(size, rows, "RSS of 19 KB, generated; peer ROME", List.of(GeneratedFeeds.rss(19_000, 1)));
        feeds(size, rows, "Atom of 19 KB, generated; peer ROME", List.of(GeneratedFeeds.atom(19_000, 2)));
        feeds(size, rows, "a feed of the sample press; peer ROME", pressFeeds());
        pages(size, rows, "a page of the sample press; peer Readability4J", pressPages());
        if (Files.isDirectory(AEB)) {
            pages(size, rows, "a page of article-extraction-benchmark", aebPages(size.pages()));
        }
    }

    private static void feeds(Bench.Size size, Rows rows, String what, List<byte[]> feeds) throws Exception {
        Figure ours = Figure.perPiece(size.warmUp(), size.rounds(), feeds.size(), () -> {
            for (byte[] feed : feeds) {
                FeedParser.parse(feed, null, null, null);
            }
        });
        Figure peer = Figure.perPiece(size.warmUp(), size.rounds(), feeds.size(), () -> {
            for (byte[] feed : feeds) {
                rome(feed);
            }
        });
        rows.row(what, ours, peer);
    }

    private static void rome(byte[] feed) throws IOException, FeedException {
        new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }

    /** Those that both can read: ROME reads neither JSON Feed nor sitemaps. */
    private static List<byte[]> pressFeeds() throws IOException {
        List<byte[]> feeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PRESS)) {
            for (Path file : files.filter(ReadingBench::isFeed).sorted().toList()) {
                byte[] feed = Files.readAllBytes(file);
                try {
                    FeedParser.parse(feed, null, null, null);
                    rome(feed);
                    feeds.add(feed);
                } catch (NotAFeedException | FeedException | IllegalArgumentException e) {
                    // a sitemap: not ROME's
                }
            }
        }
        return feeds;
    }

    private static boolean isFeed(Path file) {
        return file.toString().matches(".*\\.(xml|rdf|atom)");
    }

    private static void pages(Bench.Size size, Rows rows, String what, List<Page> all) throws Exception {
        List<Page> pages = all.subList(0, Math.min(all.size(), size.pages()));
        ArticleExtractor extractor = new ArticleExtractor(Clock.systemUTC());
        Figure ours = Figure.perPiece(size.warmUp(), size.rounds(), pages.size(), () -> {
            for (Page page : pages) {
                extractor.extract(PageText.decode(page.bytes(), null), page.url());
            }
        });
        Figure peer = Figure.perPiece(size.warmUp(), Math.min(size.rounds(), 3), pages.size(), () -> {
            for (Page page : pages) {
                new Readability4J(page.url(), PageText.decode(page.bytes(), null))
                        .parse()
                        .getTextContent();
            }
        });
        rows.row(what, ours, peer);
    }

    private static List<Page> pressPages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (JsonNode article : SamplePress.servedArticles()) {
            pages.add(new Page(article.path("url").asText(), Files.readAllBytes(SamplePress.file(article))));
        }
        return pages;
    }

    private static List<Page> aebPages(int most) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Page> pages = new ArrayList<>();
        try (Stream<String> lines = Files.lines(AEB.resolve("truth.jsonl"))) {
            for (String line : lines.limit(most).toList()) {
                JsonNode page = json.readTree(line);
                try (var in = new GZIPInputStream(
                        Files.newInputStream(AEB.resolve(page.path("file").asText())))) {
                    pages.add(new Page(page.path("url").asText(), in.readAllBytes()));
                }
            }
        }
        return pages;
    }
}
