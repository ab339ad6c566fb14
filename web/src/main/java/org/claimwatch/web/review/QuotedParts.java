package org.claimwatch.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.common.statement.TextSpan;

/**
 * Where a text opens and closes its quotations: what the narrator says between two of them is no part of what was said.
 * A mark is judged by its kind and by what stands on either side of it, so that an apostrophe is none.
 */
final class QuotedParts {
    private static final Map<Integer, String> CLOSED_BY = Map.ofEntries(
            Map.entry((int) '“', "”"),
            Map.entry((int) '‟', "”"),
            Map.entry((int) '„', "“”"),
            Map.entry((int) '«', "»"),
            Map.entry((int) '»', "«"),
            Map.entry((int) '‹', "›"),
            Map.entry((int) '›', "‹"),
            Map.entry((int) '‘', "’"),
            Map.entry((int) '‚', "‘’"),
            Map.entry((int) '「', "」"),
            Map.entry((int) '『', "』"),
            Map.entry((int) '"', "\""),
            Map.entry((int) '\'', "'"));

    /** They also part the letters of a word, or end a plural. */
    private static final String SINGLE = "‘’‚‹›'";

    /** A word of these may be written on to the quotation that follows it, with no blank between. */
    private static final List<Character.UnicodeScript> WRITTEN_ON =
            List.of(Character.UnicodeScript.ARABIC, Character.UnicodeScript.HEBREW, Character.UnicodeScript.HAN);

    private final int[] text;

    QuotedParts(String text) {
        this.text = text.codePoints().toArray();
    }

    /** Of a stretch that runs from mark to mark, what stands between marks; none where it begins or ends elsewhere. */
    List<TextSpan> within(int from, int to) {
        int mark = before(from);
        if (mark < 0 || !opens(mark) || to > text.length) {
            return List.of();
        }
        var parts = new ArrayList<TextSpan>();
        int open = mark;
        while (true) {
            int begins = skipped(open + 1);
            int close = closing(open);
            int ends = trimmed(close);
            if (ends <= begins || ends > to) {
                return List.of();
            }
            parts.add(new TextSpan(begins, ends));
            if (ends == to) {
                return parts;
            }
            open = opening(close + 1, to, text[mark]);
            if (open < 0) {
                return List.of();
            }
        }
    }

    /** All that the text quotes, in order; a quotation within another is part of it. */
    List<TextSpan> all() {
        var all = new ArrayList<TextSpan>();
        for (int at = 0; at < text.length; at++) {
            if (opens(at)) {
                int close = closing(at);
                int begins = skipped(at + 1);
                if (begins < trimmed(close)) {
                    all.add(new TextSpan(begins, trimmed(close)));
                    at = close;
                }
            }
        }
        return all;
    }

    /**
     * What was read and all else that stands between such marks, in order: where another end may be. What lies between two
     * stretches that were read, and was not, stays out.
     */
    List<TextSpan> beside(List<TextSpan> read) {
        var whole = new TextSpan(read.getFirst().start(), read.getLast().end());
        int mark = before(whole.start());
        return Stream.concat(
                        read.stream(),
                        all().stream()
                                .filter(span -> mark >= 0 && text[before(span.start())] == text[mark])
                                .filter(span -> !span.overlaps(whole)))
                .sorted()
                .toList();
    }

    private boolean opens(int at) {
        return switch (text[at]) {
            case '"' -> !blank(at + 1) && (!letter(at - 1) || writtenOn(at - 1));
            case '\'', '‘', '‚', '‹', '›' -> !letter(at - 1) && letter(at + 1);
            default -> CLOSED_BY.containsKey(text[at]);
        };
    }

    /** Where the quotation that opens here closes, or its paragraph ends: it may go on in the next, with a mark anew. */
    private int closing(int open) {
        String closers = CLOSED_BY.getOrDefault(text[open], "");
        for (int at = open + 1; at < text.length; at++) {
            if (paragraphEnds(at) || (closers.indexOf(text[at]) >= 0 && closes(at))) {
                return at;
            }
        }
        return text.length;
    }

    private boolean closes(int at) {
        int mark = text[at];
        if (mark == '"' || SINGLE.indexOf(mark) >= 0) {
            boolean plural = mark != '"' && text[at - 1] == 's' && at + 1 < text.length && text[at + 1] == ' ';
            return !letter(at + 1) && (mark == '‹' || mark == '›' || !blank(at - 1)) && !plural;
        }
        return true;
    }

    private boolean paragraphEnds(int at) {
        return text[at] == '\n' && at + 1 < text.length && text[at + 1] == '\n';
    }

    private int opening(int from, int to, int mark) {
        for (int at = from; at < to; at++) {
            if (text[at] == mark && opens(at)) {
                return at;
            }
        }
        return -1;
    }

    private int before(int from) {
        int at = from - 1;
        while (at >= 0 && at < text.length && text[at] != '\n' && blank(at)) {
            at--;
        }
        return Math.min(at, text.length - 1);
    }

    private int skipped(int from) {
        int at = from;
        while (at < text.length && blank(at)) {
            at++;
        }
        return at;
    }

    private int trimmed(int to) {
        int at = to;
        while (at > 0 && blank(at - 1)) {
            at--;
        }
        return at;
    }

    private boolean blank(int at) {
        return at < 0
                || at >= text.length
                || Character.isWhitespace(text[at])
                || text[at] == '\u00a0'
                || text[at] == '\u202f';
    }

    private boolean letter(int at) {
        return at >= 0 && at < text.length && Character.isLetterOrDigit(text[at]);
    }

    private boolean writtenOn(int at) {
        return WRITTEN_ON.contains(Character.UnicodeScript.of(text[at]));
    }
}
