package org.claimwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.ingest.support.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sitemaps and feeds of crawler-commons, where they lie beside this project. */
class SitemapCasesTest {
    private static final Path FILES = Path.of("../../shared/data/urls/crawler-commons/sitemaps");

    @Test
    void crawler_commons_files_are_read_or_the_difference_is_argued() {
        assumeTrue(Files.isDirectory(FILES), "No " + FILES + " beside the project: nothing to compare with");
        assertThat(Cases.beside(SitemapCasesTest.class, "sitemap-cases.tsv", "sitemap-exceptions.tsv")
                        .compare(SitemapCasesTest::answer))
                .isEmpty();
    }

    private static String answer(String[] row) throws IOException {
        ParsedFeed feed;
        try {
            feed = FeedParser.parse(
                    Files.readAllBytes(FILES.resolve(row[0])), null, URI.create("http://www.example.com/"), null);
        } catch (NotAFeedException e) {
            return "no feed: " + e.getMessage();
        }
        return switch (row[1]) {
            case "kind" -> feed.kind().name();
            case "title" -> String.valueOf(feed.title());
            case "count" -> Integer.toString(feed.entries().size());
            case "sitemaps" -> Integer.toString(feed.sitemaps().size());
            case "first" -> String.valueOf(feed.entries().getFirst().link());
            case "links" -> all(feed, " ", FeedEntry::link);
            case "titles" -> all(feed, " / ", FeedEntry::title);
            case "dates" -> all(feed, " ", entry -> date(entry) == null ? "-" : String.valueOf(date(entry)));
            default -> throw new IllegalArgumentException("no such question: " + row[1]);
        };
    }

    private static @Nullable Instant date(FeedEntry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    private static String all(ParsedFeed feed, String between, Function<FeedEntry, @Nullable String> what) {
        return feed.entries().stream().map(what).map(Objects::toString).collect(Collectors.joining(between));
    }
}
