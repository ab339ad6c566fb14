package org.claimwatch.web.article;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text cut into sentences, and those into words with the space after them, each with its place. */
record Sentences(List<Sentence> all) {
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}]+(?:['’.,٫٬-][\\p{L}\\p{M}\\p{N}]+)*\\s*|[^\\p{L}\\p{M}\\p{N}\\s]\\s*|\\s+");

    /**
     * A word or a mark.
     *
     * @param text as printed, with the space after it
     * @param start its first code point in the whole text
     * @param end the one after its last, without the space
     */
    record Word(String text, int start, int end) {
        boolean sameAs(Word other) {
            return plain(text).equals(plain(other.text));
        }
    }

    /** @param opens whether a paragraph begins with it */
    record Sentence(List<Word> words, boolean opens) {
        String text() {
            StringBuilder text = new StringBuilder();
            words.forEach(word -> text.append(word.text()));
            return text.toString();
        }

        boolean sameAs(Sentence other) {
            return plain(text()).equals(plain(other.text()));
        }

        /** Dice's coefficient of the words, 0 to 1. */
        double likeness(Sentence other) {
            Map<String, Integer> mine = counted();
            Map<String, Integer> theirs = other.counted();
            int shared = mine.entrySet().stream()
                    .mapToInt(entry -> Math.min(entry.getValue(), theirs.getOrDefault(entry.getKey(), 0)))
                    .sum();
            int total = sum(mine) + sum(theirs);
            return total == 0 ? 0 : 2.0 * shared / total;
        }

        private static int sum(Map<String, Integer> counted) {
            return counted.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Map<String, Integer> counted() {
            var counted = new HashMap<String, Integer>();
            for (Word word : words) {
                String plain = plain(word.text()).toLowerCase(Locale.ROOT);
                if (!plain.isEmpty() && Character.isLetterOrDigit(plain.codePointAt(0))) {
                    counted.merge(plain, 1, Integer::sum);
                }
            }
            return counted;
        }
    }

    static Sentences of(String text, @Nullable String language) {
        BreakIterator breaks =
                BreakIterator.getSentenceInstance(language == null ? Locale.ROOT : Locale.forLanguageTag(language));
        var all = new ArrayList<Sentence>();
        int at = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int to = end < 0 ? text.length() : end;
            String paragraph = text.substring(start, to);
            if (!paragraph.isBlank()) {
                breaks.setText(paragraph);
                boolean opens = true;
                int place = at;
                for (int i = breaks.first(), next = breaks.next();
                        next != BreakIterator.DONE;
                        i = next, next = breaks.next()) {
                    String sentence = paragraph.substring(i, next);
                    all.add(new Sentence(words(sentence, place), opens));
                    place += sentence.codePointCount(0, sentence.length());
                    opens = false;
                }
            }
            at += paragraph.codePointCount(0, paragraph.length()) + 1;
            start = to + 1;
        }
        return new Sentences(all);
    }

    private static List<Word> words(String sentence, int start) {
        var words = new ArrayList<Word>();
        Matcher word = WORD.matcher(sentence);
        int at = start;
        while (word.find()) {
            String text = word.group();
            int length = text.codePointCount(0, text.length());
            String bare = text.stripTrailing();
            words.add(new Word(text, at, at + bare.codePointCount(0, bare.length())));
            at += length;
        }
        return words;
    }

    /** Another kind of quotation mark, dash or space is no other word. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[“”„‟«»]", "\"")
                .replaceAll("[‘’‚]", "'")
                .replaceAll("[–—−]", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
