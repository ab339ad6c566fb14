package org.claimwatch.web.reading;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Cuts a text into runs at the ends of its marks, so that marks may overlap and the words stay untouched. */
public final class MarkedText {
    /** A stretch that means something: the css class that shows it, and the row it belongs to. */
    public record Mark(TextSpan span, String css, long of) {}

    /** Words under the same marks. */
    public record Run(String text, List<Mark> marks) {
        public boolean marked() {
            return !marks.isEmpty();
        }

        public String css() {
            return marks.stream().map(Mark::css).distinct().sorted().collect(Collectors.joining(" "));
        }

        /** The innermost row that the run belongs to. */
        public long of() {
            return marks.getLast().of();
        }
    }

    /** So many characters on either side are looked through for sentences, and all of the text only where that ends one. */
    private static final int NEAR = 1500;

    private final int[] text;

    public MarkedText(String text) {
        this.text = text.codePoints().toArray();
    }

    /** All of the text within the window; marks reaching beyond it are cut. */
    public List<Run> runs(TextSpan window, List<Mark> marks) {
        var within = marks.stream()
                .filter(mark -> mark.span().overlaps(window))
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
        var ends = new TreeSet<>(List.of(window.start(), Math.min(window.end(), text.length)));
        for (Mark mark : within) {
            ends.add(Math.max(mark.span().start(), window.start()));
            ends.add(Math.min(mark.span().end(), Math.min(window.end(), text.length)));
        }
        var runs = new ArrayList<Run>();
        int from = ends.removeFirst();
        for (int to : ends) {
            var run = new TextSpan(from, to);
            runs.add(new Run(
                    new String(text, from, to - from),
                    within.stream().filter(mark -> mark.span().overlaps(run)).toList()));
            from = to;
        }
        return runs;
    }

    /** The stretches between blank lines. */
    public List<TextSpan> paragraphs() {
        var paragraphs = new ArrayList<TextSpan>();
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            boolean breaks = i == text.length || (text[i] == '\n' && i + 1 < text.length && text[i + 1] == '\n');
            if (breaks) {
                if (i > start) {
                    paragraphs.add(new TextSpan(start, i));
                }
                start = i + 2;
            }
        }
        return paragraphs;
    }

    /** The sentences that a span touches, with one more on either side. */
    public static TextSpan around(String text, TextSpan span, @Nullable String language) {
        BreakIterator sentences =
                BreakIterator.getSentenceInstance(language == null ? Locale.ROOT : Locale.forLanguageTag(language));
        int first = text.offsetByCodePoints(0, span.start());
        int last = text.offsetByCodePoints(first, span.end() - span.start());
        int begin = Math.max(0, first - NEAR);
        int end = Math.min(text.length(), last + NEAR);
        TextSpan found = around(sentences, text, begin, end, first, last);
        if ((found.start() == begin && begin > 0) || (found.end() == end && end < text.length())) {
            found = around(sentences, text, 0, text.length(), first, last);
        }
        return new TextSpan(text.codePointCount(0, found.start()), text.codePointCount(0, found.end()));
    }

    /** In chars, within a stretch. */
    private static TextSpan around(BreakIterator sentences, String text, int begin, int end, int first, int last) {
        sentences.setText(new StringCharacterIterator(text, begin, end, begin));
        int from = sentences.isBoundary(first) ? first : Math.max(begin, sentences.preceding(first));
        int before = from == begin ? begin : Math.max(begin, sentences.preceding(from));
        int to = last >= end ? end : sentences.following(last - 1);
        int after = to >= end || to == BreakIterator.DONE ? end : sentences.following(to);
        return new TextSpan(before, after == BreakIterator.DONE ? end : after);
    }

    /** The characters just outside a span, where they are quotation marks: a quotation shows its own. */
    public String[] quotationMarks(TextSpan span) {
        String before = span.start() > 0 ? Character.toString(text[span.start() - 1]) : "";
        String after = span.end() < text.length ? Character.toString(text[span.end()]) : "";
        return new String[] {isQuotationMark(before) ? before : "“", isQuotationMark(after) ? after : "”"};
    }

    public String cut(TextSpan span) {
        int end = Math.min(span.end(), text.length);
        return new String(
                Arrays.copyOfRange(text, Math.min(span.start(), end), end), 0, end - Math.min(span.start(), end));
    }

    private static boolean isQuotationMark(String character) {
        return !character.isEmpty() && "\"“”„‟«»‹›‘’‚'「」".contains(character);
    }
}
