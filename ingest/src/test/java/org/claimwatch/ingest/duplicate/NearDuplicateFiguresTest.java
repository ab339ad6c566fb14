package org.claimwatch.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.claimwatch.ingest.support.SamplePress;
import org.junit.jupiter.api.Test;

/** How many near-duplicates are found, and how many of those found are none; prints both. */
class NearDuplicateFiguresTest {
    private static final Set<String> ACCORD = Set.of(
            "hal-0913-orrin-accord", "cou-0913-accord-reprint", "don-0913-accord-reprint", "gaz-0913-accord-reprint");
    private static final Path BODIES = Path.of("../../shared/data/extraction");
    private static final int SHORTEST_WORDS = 80;

    @SuppressWarnings("ArrayRecordComponent") // made once, compared, dropped
    private record Text(String id, String title, String url, String text, Shingles shingles, int[] bands) {
        static Text of(String id, String title, String url, String text) {
            Shingles shingles = Shingles.of(text);
            return new Text(id, title, url, text, shingles, MinHash.bands(shingles));
        }

        boolean alike(Text other) {
            return Arrays.stream(bands).anyMatch(b -> Arrays.stream(other.bands).anyMatch(o -> o == b))
                    && !LiveBlog.is(title, url, text)
                    && !LiveBlog.is(other.title, other.url, other.text)
                    && Likeness.between(shingles, other.shingles).isNearDuplicate();
        }
    }

    @Test
    void the_sample_press_reprints_one_report_three_times() {
        List<Text> press = SamplePress.servedArticles().stream()
                .map(a -> Text.of(
                        a.path("id").asText(),
                        a.path("title").asText(),
                        a.path("url").asText(),
                        a.path("text").asText()))
                .toList();
        var found = new ArrayList<String>();
        int right = 0;
        for (int i = 0; i < press.size(); i++) {
            for (int j = i + 1; j < press.size(); j++) {
                if (press.get(i).alike(press.get(j))) {
                    found.add(press.get(i).id() + " = " + press.get(j).id());
                    right += ACCORD.contains(press.get(i).id())
                                    && ACCORD.contains(press.get(j).id())
                            ? 1
                            : 0;
                }
            }
        }
        System.out.printf("sample press: %d pairs found, %d of them right, of 6%n", found.size(), right);
        assertThat(found).hasSize(6);
        assertThat(right).isEqualTo(6);
    }

    @Test
    void edits_of_other_texts_are_found_and_different_texts_are_not() throws IOException {
        assumeTrue(Files.isDirectory(BODIES), "No ../shared/data/extraction beside the project: nothing to edit");
        List<Text> texts = texts();
        var random = new SplittableRandom(7);
        for (int percent : new int[] {0, 2, 5, 8, 10, 12, 15, 20}) {
            double found = share(texts, text -> edited(text, percent / 100.0, random));
            System.out.printf("%d texts, %d %% of words edited: %.3f found%n", texts.size(), percent, found);
            assertThat(found).isGreaterThanOrEqualTo(percent <= 5 ? 0.98 : 0);
        }
        String other = texts.getFirst().text();
        double added = share(texts.subList(1, texts.size()), text -> text + "\n\n" + other.substring(0, 600));
        double cut = share(texts, text -> text.substring(0, Math.max(text.length() / 2, Math.min(text.length(), 600))));
        System.out.printf("a paragraph of 600 characters added: %.3f; the second half cut: %.3f%n", added, cut);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (texts.get(i).alike(texts.get(j))) {
                    wrong.add(texts.get(i).url() + " = " + texts.get(j).url());
                }
            }
        }
        System.out.printf(
                "%d pairs of different pages: %d taken for near-duplicates %s%n",
                texts.size() * (texts.size() - 1) / 2, wrong.size(), wrong);
        assertThat(added).isGreaterThan(0.9);
        assertThat(cut).isGreaterThan(0.9);
        assertThat(wrong).hasSizeLessThanOrEqualTo(3);
    }

    private static double share(List<Text> texts, UnaryOperator<String> change) {
        return texts.stream()
                .mapToInt(text -> text.alike(Text.of("", "", "", change.apply(text.text()))) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Of the chosen words a third each is replaced, left out, or followed by another word of the text. */
    private static String edited(String text, double rate, SplittableRandom random) {
        String[] words = text.split("(?<=\\s)", -1);
        var edited = new StringBuilder();
        for (String word : words) {
            int kind = random.nextDouble() < rate ? random.nextInt(3) : 3;
            String other = words[random.nextInt(words.length)];
            edited.append(kind == 0 ? other : kind == 1 ? "" : kind == 2 ? word + other : word);
        }
        return edited.toString();
    }

    private static List<Text> texts() throws IOException {
        var texts = new ArrayList<Text>();
        for (String set : List.of("aeb", "publisher-pages", "trafilatura-eval")) {
            for (String line : Files.readAllLines(BODIES.resolve(set).resolve("truth.jsonl"))) {
                JsonNode page = new ObjectMapper().readTree(line);
                String body = page.path("body").asText("");
                String url = page.path("url").asText();
                if (body.split("\\s+", -1).length >= SHORTEST_WORDS
                        && !LiveBlog.is(page.path("title").asText(), url, body)) {
                    texts.add(
                            Text.of(page.path("id").asText(), page.path("title").asText(), url, body));
                }
            }
        }
        return texts.stream().collect(Collectors.toList());
    }
}
