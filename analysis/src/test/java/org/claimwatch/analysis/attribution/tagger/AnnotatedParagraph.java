package org.claimwatch.analysis.attribution.tagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.RoleSpan;

/**
 * A paragraph of PolNeAR (Newell, Margolin and Ruths 2018) with its attributions in spans of its words.
 *
 * @param attributions the spans of each role
 */
record AnnotatedParagraph(String article, Paragraph paragraph, List<Map<Role, List<RoleSpan>>> attributions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A word as the corpus cuts it: code points of the article's text. */
    private record Word(int start, int end, String text) {}

    /** All paragraphs of a file; an article without words, as three are, has none. */
    static List<AnnotatedParagraph> read(Path file, PosTagger tagger) throws IOException {
        List<AnnotatedParagraph> paragraphs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                addAll(JSON.readTree(line), tagger, paragraphs);
            }
        }
        return paragraphs;
    }

    private static void addAll(JsonNode article, PosTagger tagger, List<AnnotatedParagraph> paragraphs) {
        int[] text = article.get("text").asText().codePoints().toArray();
        List<Word> words = new ArrayList<>();
        for (JsonNode sentence : article.get("sents")) {
            for (JsonNode token : sentence) {
                Word word = new Word(
                        token.get(0).asInt(), token.get(1).asInt(), token.get(2).asText());
                if (!words.isEmpty() && breaks(text, words.getLast().end, word.start)) {
                    paragraphs.add(of(article, words, tagger));
                    words.clear();
                }
                words.add(word);
            }
        }
        if (!words.isEmpty()) {
            paragraphs.add(of(article, words, tagger));
        }
    }

    private static boolean breaks(int[] text, int from, int to) {
        return from < to && Arrays.stream(text, from, to).anyMatch(c -> c == '\n');
    }

    private static AnnotatedParagraph of(JsonNode article, List<Word> words, PosTagger tagger) {
        List<Map<Role, List<RoleSpan>>> attributions = new ArrayList<>();
        for (JsonNode attribution : article.get("attributions")) {
            Map<Role, List<RoleSpan>> spans = new EnumMap<>(Role.class);
            boolean any = false;
            for (Role role : Role.values()) {
                List<RoleSpan> found =
                        spans(attribution.get(role.name().toLowerCase(java.util.Locale.ROOT)), words, role);
                spans.put(role, found);
                any |= !found.isEmpty();
            }
            if (any) {
                attributions.add(spans);
            }
        }
        Paragraph paragraph = new Paragraph(words.stream().map(Word::text).toList(), tagger);
        return new AnnotatedParagraph(article.get("id").asText(), paragraph, attributions);
    }

    private static List<RoleSpan> spans(JsonNode offsets, List<Word> words, Role role) {
        List<RoleSpan> spans = new ArrayList<>();
        for (JsonNode offset : offsets) {
            int first = -1;
            int end = -1;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).start < offset.get(1).asInt()
                        && words.get(i).end > offset.get(0).asInt()) {
                    first = first < 0 ? i : first;
                    end = i + 1;
                }
            }
            if (first >= 0) {
                spans.add(new RoleSpan(role.number(), first, end, 1));
            }
        }
        return spans;
    }

    /** One role a word, as the published figures have it: of the rare spans that overlap, cues go first. */
    List<RoleSpan> flat() {
        List<RoleSpan> kept = new ArrayList<>();
        for (Role role : List.of(Role.CUE, Role.SOURCE, Role.CONTENT)) {
            for (Map<Role, List<RoleSpan>> attribution : attributions) {
                for (RoleSpan span : attribution.getOrDefault(role, List.of())) {
                    if (kept.stream().noneMatch(span::overlaps)) {
                        kept.add(span);
                    }
                }
            }
        }
        return kept;
    }

    /** The words, with one form for each mark. */
    List<String> words() {
        return List.of(paragraph.words);
    }

    /** Which of so many equal parts of the corpus the article falls into; all its annotations fall into the same. */
    int part(int parts) {
        return Math.floorMod(article.hashCode(), parts);
    }
}
