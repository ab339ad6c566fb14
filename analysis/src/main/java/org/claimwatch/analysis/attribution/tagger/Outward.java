package org.claimwatch.analysis.attribution.tagger;

import static org.claimwatch.analysis.attribution.tagger.Context.NONE;

import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;

/** What lies between a cue and each word of its surroundings, counted from the cue outwards. */
final class Outward {
    final int start;
    final int end;
    final int[] commas;
    final int[] marks;
    final int[] verbs;
    final int[] spans;
    final int[] cues;

    /** The other cue's word that was passed last, or "-". */
    final String[] lastCue;

    private static final int SENTENCES_BEFORE = 3;
    private static final int SENTENCES_AFTER = 6;
    private static final int WORDS = 300;

    private final Paragraph paragraph;
    private final FirstReading first;
    private final int[] cueAt;

    Outward(Paragraph paragraph, FirstReading first, Cue cue) {
        this.paragraph = paragraph;
        this.first = first;
        int sentence = paragraph.sentence[cue.start()];
        int from = cue.start();
        while (from > 0 && cue.start() - from < WORDS && paragraph.sentence[from - 1] >= sentence - SENTENCES_BEFORE) {
            from--;
        }
        int to = cue.end();
        while (to < paragraph.length()
                && to - cue.end() < WORDS
                && paragraph.sentence[to] <= sentence + SENTENCES_AFTER) {
            to++;
        }
        start = from;
        end = to;
        commas = new int[end - start];
        marks = new int[end - start];
        verbs = new int[end - start];
        spans = new int[end - start];
        cues = new int[end - start];
        lastCue = new String[end - start];
        cueAt = new int[end - start];
        for (int k = 0; k < first.cues().size(); k++) {
            Cue other = first.cues().get(k);
            for (int i = Math.max(start, other.start()); !other.equals(cue) && i < Math.min(end, other.end()); i++) {
                cueAt[i - start] = k + 1;
            }
        }
        walk(cue.end(), end, 1);
        walk(cue.start() - 1, start - 1, -1);
    }

    int length() {
        return end - start;
    }

    private void walk(int from, int to, int step) {
        int comma = 0;
        int mark = 0;
        int verb = 0;
        int span = 0;
        int cue = 0;
        int lastSpan = NONE;
        String word = "-";
        for (int i = from; i != to; i += step) {
            int at = first.pickedAt(i);
            if (at != NONE && at != lastSpan) {
                span++;
                lastSpan = at;
            }
            int k = i - start;
            commas[k] = comma;
            marks[k] = mark;
            verbs[k] = verb;
            spans[k] = span;
            cues[k] = cue;
            lastCue[k] = word;
            comma += paragraph.words[i].equals(",") ? 1 : 0;
            mark += paragraph.isMark(i) ? 1 : 0;
            verb += paragraph.isVerb(i) ? 1 : 0;
            boolean entered = cueAt[k] != 0 && (i == from || cueAt[k] != cueAt[k - step]);
            if (entered) {
                cue++;
                word = paragraph.lower[i];
            }
        }
    }
}
