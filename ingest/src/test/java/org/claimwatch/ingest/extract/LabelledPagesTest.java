package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.support.LabelledPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the quality reached on real pages, which lie beside the project; without them there is nothing to hold.
 *
 * <p>The measures are those of the scorer named in the module's README, simplified; the floors are a little below what
 * was reached, so that a change that costs a page or two is seen and one that mends three is free to break one.
 */
class LabelledPagesTest {
    private static final Pattern NO_WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    @BeforeAll
    static void the_pages_are_there() {
        assumeTrue(
                LabelledPages.areThere(),
                "labelled pages are not beside the project (shared/data/extraction): nothing to measure");
    }

    @Test
    void bodies_of_news_pages() throws IOException {
        assertThat(bodies("aeb")).isGreaterThan(0.965);
    }

    @Test
    void publishers_pages() throws IOException {
        assertThat(bodies("publisher-pages")).isGreaterThan(0.955);
        assertThat(share("publisher-pages", "title", LabelledPagesTest::isTitle))
                .isGreaterThan(0.84);
        assertThat(share("publisher-pages", "date", LabelledPagesTest::isDay)).isGreaterThan(0.965);
        assertThat(share("publisher-pages", "authors", LabelledPagesTest::areAuthors))
                .isGreaterThan(0.90);
    }

    @Test
    void pages_in_many_scripts() throws IOException {
        assertThat(bodies("newspaper4k")).isGreaterThan(0.95);
        assertThat(share("newspaper4k", "language", LabelledPagesTest::isLanguage))
                .isEqualTo(1);
    }

    private interface Reading {
        boolean isRight(JsonNode truth, ExtractedArticle read);
    }

    private static final Map<String, ExtractedArticle> READ = new HashMap<>();

    private static ExtractedArticle read(String set, JsonNode truth) throws IOException {
        String key = set + truth.path("id").asText();
        ExtractedArticle read = READ.get(key);
        if (read == null) {
            read = new ArticleExtractor(Clock.systemUTC())
                    .extract(LabelledPages.html(set, truth), LabelledPages.url(truth));
            READ.put(key, read);
        }
        return read;
    }

    private static double share(String set, String field, Reading reading) throws IOException {
        double right = 0;
        double all = 0;
        for (JsonNode truth : LabelledPages.of(set)) {
            if (!truth.path(field).isEmpty() || !truth.path(field).asText().isBlank()) {
                all++;
                right += reading.isRight(truth, read(set, truth)) ? 1 : 0;
            }
        }
        return right / all;
    }

    /** F1 of mean precision and mean recall over runs of four words. */
    private static double bodies(String set) throws IOException {
        double precision = 0;
        double recall = 0;
        int found = 0;
        int all = 0;
        for (JsonNode truth : LabelledPages.of(set)) {
            Map<List<String>, Integer> wanted = runs(truth.path("body").asText());
            Map<List<String>, Integer> read = runs(read(set, truth).text());
            double common = wanted.entrySet().stream()
                    .mapToInt(run -> Math.min(run.getValue(), read.getOrDefault(run.getKey(), 0)))
                    .sum();
            all++;
            recall += wanted.isEmpty() ? 0 : common / count(wanted);
            found += read.isEmpty() ? 0 : 1;
            precision += read.isEmpty() ? 0 : common / count(read);
        }
        double meanPrecision = precision / found;
        double meanRecall = recall / all;
        return 2 * meanPrecision * meanRecall / (meanPrecision + meanRecall);
    }

    private static int count(Map<List<String>, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<List<String>, Integer> runs(String text) {
        List<String> words =
                NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            runs.merge(words.subList(i, i + 4), 1, Integer::sum);
        }
        return runs;
    }

    private static boolean isTitle(JsonNode truth, ExtractedArticle read) {
        return read.title() != null
                && normal(read.title()).equals(normal(truth.path("title").asText()));
    }

    private static boolean isDay(JsonNode truth, ExtractedArticle read) {
        PageMoment published = read.published();
        String day = truth.path("date").asText();
        return published != null
                && Stream.of(
                                published.day().toString(),
                                published.instant().toString().substring(0, 10))
                        .anyMatch(day::startsWith);
    }

    private static boolean areAuthors(JsonNode truth, ExtractedArticle read) {
        Set<String> wanted = new HashSet<>();
        truth.path("authors").forEach(name -> wanted.add(normal(name.asText())));
        Set<String> found = new HashSet<>();
        read.authors().forEach(name -> found.add(normal(name)));
        return wanted.equals(found);
    }

    private static boolean isLanguage(JsonNode truth, ExtractedArticle read) {
        return read.language() != null
                && read.language().startsWith(truth.path("language").asText());
    }

    private static String normal(String text) {
        return NO_WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
