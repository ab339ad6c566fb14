package org.claimwatch.ingest.store;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an article without what changes on a page by itself, so that a changed text is told from a changed page.
 *
 * <p>Left out are letter case, white space, punctuation but question marks and quotation marks (whose kind does not
 * count), and sentences that are no part of the report: "Updated 12:05", "3 min read", "214 comments", "Read more: …".
 * Each figure, each word and their order stay: "killing four" and "killing five" differ.
 */
final class Substance {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])[-−]?\\p{Nd}+(?:[.,:٫٬]\\p{Nd}+)*"
            + "|[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*|[%$€£¥₹\"?؟]");

    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[“”„‟«»「」『』＂]|''|‘‘|’’");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]|\\u0640");

    private final List<String> sentences;

    private Substance(List<String> sentences) {
        this.sentences = sentences;
    }

    static Substance of(String text) {
        var sentences = new ArrayList<String>();
        for (String paragraph : text.split("\\n+", -1)) {
            if (VolatileLine.matches(paragraph)) {
                continue;
            }
            for (String sentence : sentences(paragraph)) {
                String words = VolatileLine.matches(sentence) ? "" : words(sentence);
                if (!words.isEmpty()) {
                    sentences.add(words);
                }
            }
        }
        return new Substance(sentences);
    }

    /** Whether a reader would find the same report in both; how it is cut into sentences and paragraphs is no matter. */
    boolean sameAs(Substance other) {
        return String.join(" ", sentences).equals(String.join(" ", other.sentences));
    }

    /** The share of the shorter one's sentences that the other has too, 0 to 1. */
    double sharedWith(Substance other) {
        Set<String> mine = new HashSet<>(sentences);
        Set<String> theirs = new HashSet<>(other.sentences);
        int fewer = Math.min(mine.size(), theirs.size());
        mine.retainAll(theirs);
        return fewer == 0 ? 0 : (double) mine.size() / fewer;
    }

    private static List<String> sentences(String paragraph) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(paragraph);
        var sentences = new ArrayList<String>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            sentences.add(paragraph.substring(from, to));
        }
        return sentences;
    }

    private static String words(String sentence) {
        String plain = Normalizer.normalize(sentence, Normalizer.Form.NFKC);
        plain = INVISIBLE.matcher(plain).replaceAll("");
        plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"").replace('’', '\'').replace('−', '-');
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT));
        var words = new ArrayList<String>();
        while (word.find()) {
            words.add(word.group());
        }
        boolean nothing = words.stream().allMatch(w -> w.length() == 1 && !Character.isLetterOrDigit(w.charAt(0)));
        return nothing ? "" : String.join(" ", words);
    }
}
