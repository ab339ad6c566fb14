package org.claimwatch.analysis.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.Terms;

/** Common words of the news as concepts, so that claims in different languages can be compared by more than names. */
final class Concepts {
    private static final Concepts KNOWN = read();

    /** Letters of a root that stand unchanged in every form. */
    private static final int SHORTEST_ROOT = 3;

    private final Map<String, Set<Integer>> english = new HashMap<>();
    private final Map<String, Set<Integer>> german = new HashMap<>();
    private final Map<String, Set<Integer>> arabic = new HashMap<>();

    private Concepts() {}

    /** Those of one word; empty for most. */
    static Set<Integer> of(String word, String language) {
        return switch (language) {
            case "en" -> KNOWN.english.getOrDefault(Terms.term(word), Set.of());
            case "de" -> KNOWN.german.getOrDefault(Terms.term(word), Set.of());
            case "ar" -> KNOWN.ofArabic(word);
            default -> Set.of();
        };
    }

    private Set<Integer> ofArabic(String word) {
        String letters = root(word);
        Set<Integer> found = new HashSet<>();
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 2; to <= letters.length(); to++) {
                boolean enough = to - from >= SHORTEST_ROOT || to - from == letters.length();
                if (enough) {
                    found.addAll(arabic.getOrDefault(letters.substring(from, to), Set.of()));
                }
            }
        }
        return found;
    }

    /** Without vowel marks, weak letters and the article. */
    private static String root(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return bare.replaceFirst("^[وفبلك]?ال|^لل", "")
                .replaceAll("[اأإآىيوؤئء]", "")
                .replaceAll("ة$", "");
    }

    private static Concepts read() {
        Concepts read = new Concepts();
        int number = 0;
        for (String line : resource().split("\n", -1)) {
            String[] languages = line.split("\\|", -1);
            if (line.startsWith("#") || languages.length != 3) {
                continue;
            }
            int concept = number++;
            words(languages[0]).forEach(word -> add(read.english, Terms.term(word), concept));
            words(languages[1]).forEach(word -> add(read.german, Terms.term(word), concept));
            words(languages[2]).forEach(word -> add(read.arabic, root(word), concept));
        }
        return read;
    }

    private static void add(Map<String, Set<Integer>> words, String word, int concept) {
        if (word.length() > 1) {
            words.computeIfAbsent(word, w -> new HashSet<>()).add(concept);
        }
    }

    private static List<String> words(String written) {
        List<String> words = new ArrayList<>();
        for (String word : written.split(",", -1)) {
            words.add(word.strip().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String resource() {
        try (InputStream in = Concepts.class.getResourceAsStream("concepts.txt")) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: concepts.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
