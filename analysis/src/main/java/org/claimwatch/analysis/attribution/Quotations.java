package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.common.statement.TextSpan;

/** Pairs a text's quotation marks; one left open at a paragraph's end goes on where the next one opens anew. */
final class Quotations {
    /** More in one text are no press article; what lies beyond them is read as plain words. */
    private static final int MOST = 5_000;

    private Quotations() {}

    static List<Quotation> of(SegmentedText text) {
        List<Quotation> found = new ArrayList<>();
        List<TextSpan> open = new ArrayList<>();
        for (int p = 0; p < text.paragraphs().size() && found.size() < MOST; p++) {
            Stretch paragraph = text.paragraphs().get(p);
            int at = paragraph.start();
            while (at < paragraph.end()) {
                if (!opens(text.plain(), at)) {
                    at++;
                    continue;
                }
                int close = closing(text.plain(), at, paragraph.end());
                boolean closed = close < paragraph.end();
                boolean single = isSingle(text.plain().charAt(at));
                boolean goesOn =
                        !closed && !single && reopens(text, p + 1, text.plain().charAt(at));
                if (at + 1 < close && !(single && !closed)) {
                    open.add(trimmed(text.plain(), at + 1, close));
                    if (!goesOn) {
                        found.add(new Quotation(open, closed ? close + 1 : close));
                        open.clear();
                    }
                    at = close;
                }
                at++;
            }
        }
        return found;
    }

    private static TextSpan trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to - 1 && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from + 1 && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new TextSpan(from, to);
    }

    private static boolean reopens(SegmentedText text, int paragraph, char mark) {
        return paragraph < text.paragraphs().size()
                && text.plain().charAt(text.paragraphs().get(paragraph).start()) == mark;
    }

    static boolean isMark(char c) {
        return "“”„\"«»‘’‚'‹›‟".indexOf(c) >= 0;
    }

    private static boolean isSingle(char c) {
        return "‘‚'‹’".indexOf(c) >= 0;
    }

    private static boolean opens(String text, int at) {
        char mark = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (mark) {
            case '“', '„', '«', '»', '‟' -> true;
            case '"' -> !Character.isWhitespace(after) || Character.isWhitespace(before);
            case '‘', '‚', '‹', '\'' ->
                !Character.isLetterOrDigit(before) && !isMark(before) && Character.isLetterOrDigit(after);
            default -> false;
        };
    }

    private static int closing(String text, int open, int end) {
        char mark = text.charAt(open);
        String closers = switch (mark) {
            case '“', '‟' -> "”";
            case '„' -> "“”";
            case '«' -> "»";
            case '»' -> "«";
            case '‘' -> "’";
            case '‚' -> "‘’";
            case '‹' -> "›";
            default -> String.valueOf(mark);
        };
        for (int at = open + 1; at < end; at++) {
            if (closers.indexOf(text.charAt(at)) >= 0 && (!isSingle(mark) || closesSingle(text, at))) {
                return at;
            }
        }
        return end;
    }

    /** An apostrophe stands between letters, or after the s of a plural; a closing mark stands after a word's end. */
    private static boolean closesSingle(String text, int at) {
        char before = text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return !Character.isLetterOrDigit(after) && (before != 's' || !Character.isWhitespace(after));
    }
}
