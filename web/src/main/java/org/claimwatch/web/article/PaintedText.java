package org.claimwatch.web.article;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.article.ArticlePage.Label;
import org.claimwatch.web.article.ArticlePage.Stretch;
import org.claimwatch.web.article.Changes.In;
import org.claimwatch.web.article.Changes.Piece;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.MarkedText.Mark;
import org.claimwatch.web.reading.MarkedText.Run;
import org.claimwatch.web.reading.StanceSign;
import org.jspecify.annotations.Nullable;

/** Paints layers into an article's text: marks where something stands, labels before it where a mark needs words. */
final class PaintedText {
    private final MarkedText text;
    private final List<Mark> marks = new ArrayList<>();
    private final NavigableMap<Integer, List<Label>> labels = new TreeMap<>();

    PaintedText(String text) {
        this.text = new MarkedText(text);
    }

    /** What was said, the cue and who says it. */
    void statement(Statement s, boolean dim) {
        String pale = dim ? " dim" : "";
        s.contentSpans.forEach(span -> marks.add(new Mark(span, "content" + pale, 0)));
        if (s.cue != null) {
            marks.add(new Mark(s.cue, "cue" + pale, 0));
        }
        if (s.mention != null) {
            marks.add(new Mark(s.mention, "speaker" + pale, 0));
        }
    }

    /**
     * The words by which somebody takes a side.
     *
     * @param holder the speaker; null for the outlet's own voice
     * @param place what a link to it ends in, null where none leads there
     */
    void stance(TextSpan evidence, StanceSign sign, @Nullable String holder, @Nullable String place) {
        marks.add(new Mark(evidence, "takes " + sign.css() + (holder == null ? " own" : ""), 0));
        label(evidence.start(), new Label(place, holder, sign, null));
    }

    /** What the version before has otherwise: what is new is marked, what is gone stands where it stood. */
    void changes(Changes changes) {
        int at = 0;
        for (Changes.Passage passage : changes.passages()) {
            for (Piece piece : passage.pieces()) {
                if (piece.in() == In.BEFORE) {
                    label(at, new Label(null, null, null, piece.text().strip()));
                } else {
                    if (piece.in() == In.AFTER) {
                        marks.add(new Mark(new TextSpan(piece.start(), piece.end()), "added", 0));
                    }
                    at = piece.end();
                }
            }
        }
    }

    private void label(int at, Label label) {
        List<Label> here = labels.computeIfAbsent(at, place -> new ArrayList<>());
        if (!here.contains(label)) {
            here.add(label);
        }
        // The text is cut there, whatever else ends there.
        marks.add(new Mark(new TextSpan(at, at + 1), "", 0));
    }

    List<List<Stretch>> paragraphs() {
        List<List<Stretch>> paragraphs = new ArrayList<>();
        var left = new TreeMap<>(labels);
        for (TextSpan window : text.paragraphs()) {
            var stretches = new ArrayList<Stretch>();
            int at = window.start();
            for (Run run : text.runs(window, marks)) {
                add(
                        stretches,
                        new Stretch(taken(left, at), run.text(), run.css().strip()));
                at += run.text().codePointCount(0, run.text().length());
            }
            add(stretches, new Stretch(taken(left, window.end()), "", ""));
            paragraphs.add(stretches);
        }
        if (!paragraphs.isEmpty()) {
            add(paragraphs.getLast(), new Stretch(taken(left, Integer.MAX_VALUE), "", ""));
        }
        return paragraphs;
    }

    /** A cut that no label needs is healed: nothing parts one stretch from the next but their marks. */
    private static void add(List<Stretch> stretches, Stretch next) {
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (next.labels().isEmpty() && next.text().isEmpty()) {
            return;
        }
        if (last != null && next.labels().isEmpty() && last.css().equals(next.css())) {
            stretches.set(stretches.size() - 1, new Stretch(last.labels(), last.text() + next.text(), last.css()));
        } else {
            stretches.add(next);
        }
    }

    /** Those up to a place, which are then no longer left. */
    private static List<Label> taken(NavigableMap<Integer, List<Label>> left, int upTo) {
        NavigableMap<Integer, List<Label>> reached = left.headMap(upTo, true);
        List<Label> taken = reached.values().stream().flatMap(List::stream).toList();
        reached.clear();
        return taken;
    }
}
