package org.claimwatch.analysis.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.PosTagger;

/** The words of a paragraph with what both passes look at: sentences, parts of speech, shapes and quotation marks. */
final class Paragraph {
    private static final Set<String> FINAL = Set.of(".", "!", "?");
    private static final Set<String> CLOSING = Set.of("”", "\"", "'", ")", "]");
    private static final String OUTSIDE = "o";
    private static final String INSIDE = "i";
    private static final String OPENS = "(";
    private static final String CLOSES = ")";

    final String[] words;
    final String[] lower;
    final String[] shapes;
    final String[] tags;

    /** For each word whether it opens, closes, or lies in or outside a quotation. */
    final String[] quotes;

    /** For each word the number of its sentence, that sentence's first word, and the word after its last. */
    final int[] sentence;

    final int[] sentenceStart;
    final int[] sentenceEnd;

    /** The words of a paragraph as the Penn Treebank cuts them. */
    Paragraph(List<String> tokens, PosTagger tagger) {
        int n = tokens.size();
        words = new String[n];
        lower = new String[n];
        shapes = new String[n];
        tags = new String[n];
        quotes = new String[n];
        sentence = new int[n];
        sentenceStart = new int[n];
        sentenceEnd = new int[n];
        readWords(tokens);
        readSentences();
        readTags(tagger);
    }

    int length() {
        return words.length;
    }

    boolean isMark(int i) {
        return quotes[i].equals(OPENS) || quotes[i].equals(CLOSES);
    }

    boolean opens(int i) {
        return quotes[i].equals(OPENS);
    }

    boolean closes(int i) {
        return quotes[i].equals(CLOSES);
    }

    boolean inside(int i) {
        return quotes[i].equals(INSIDE);
    }

    boolean isVerb(int i) {
        return tags[i].equals("VERB");
    }

    /** The words with one form for each mark: straight quotation marks open and close in turn. */
    static List<String> normal(List<String> tokens) {
        List<String> words = new ArrayList<>();
        boolean open = false;
        for (String token : tokens) {
            String word = normal(token);
            if (word.equals("\"")) {
                word = open ? "”" : "“";
            }
            open = word.equals("“") || (open && !word.equals("”"));
            words.add(word);
        }
        return words;
    }

    private void readWords(List<String> tokens) {
        boolean open = false;
        List<String> normal = normal(tokens);
        for (int i = 0; i < words.length; i++) {
            String word = normal.get(i);
            boolean opening = word.equals("“");
            boolean closing = word.equals("”");
            open = opening || (open && !closing);
            words[i] = word;
            lower[i] = word.toLowerCase(Locale.ROOT);
            shapes[i] = shape(word);
            quotes[i] = opening ? OPENS : closing ? CLOSES : open ? INSIDE : OUTSIDE;
        }
    }

    /** Treebank marks as marks. */
    private static String normal(String token) {
        return switch (token) {
            case "``", "„", "‟", "«" -> "“";
            case "''", "»" -> "”";
            case "-LRB-" -> "(";
            case "-RRB-" -> ")";
            case "-LSB-" -> "[";
            case "-RSB-" -> "]";
            case "-LCB-" -> "{";
            case "-RCB-" -> "}";
            case "`" -> "‘";
            case "—", "–" -> "--";
            case "…" -> "...";
            default -> token.replace('’', '\'');
        };
    }

    private static String shape(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int repeated = 0;
        for (int i = 0; i < word.length() && shape.length() < 12; i++) {
            char c = word.charAt(i);
            char kind =
                    Character.isUpperCase(c) ? 'X' : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            repeated = kind == last ? repeated + 1 : 0;
            last = kind;
            if (repeated < 2) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }

    /** A sentence ends after final punctuation and the closing marks that follow it. */
    private void readSentences() {
        int n = words.length;
        int start = 0;
        int number = 0;
        boolean ended = false;
        for (int i = 0; i < n; i++) {
            ended = CLOSING.contains(words[i]) ? ended : FINAL.contains(words[i]);
            boolean cut = ended && !(i + 1 < n && CLOSING.contains(words[i + 1]));
            if (cut || i == n - 1) {
                Arrays.fill(sentence, start, i + 1, number++);
                Arrays.fill(sentenceStart, start, i + 1, start);
                Arrays.fill(sentenceEnd, start, i + 1, i + 1);
                start = i + 1;
                ended = false;
            }
        }
    }

    private void readTags(PosTagger tagger) {
        for (int start = 0; start < words.length; start = sentenceEnd[start]) {
            List<String> sentenceWords = new ArrayList<>();
            for (int i = start; i < sentenceEnd[start]; i++) {
                // The tagger's treebank writes straight marks.
                sentenceWords.add(isMark(i) ? "\"" : words[i]);
            }
            List<Pos> found = tagger.tag(sentenceWords);
            for (int i = 0; i < found.size(); i++) {
                tags[start + i] = found.get(i).name();
            }
        }
    }
}
