package org.claimwatch.analysis.attribution.tagger;

import java.util.Arrays;

/** For each word of a paragraph, the cue-like words and quotation marks that its reading depends on, near and far. */
final class Context {
    static final int NONE = -1;

    final Paragraph paragraph;
    final CueWords cueWords;

    /** The nearest likely cue word to the left and right within the sentence. */
    final int[] left;

    final int[] right;

    /** The first and last sure cue word of the sentence. */
    final int[] first;

    final int[] last;

    /** The marks of the quotation in which a word lies, or which it is. */
    final int[] opening;

    final int[] closing;

    /** For each sentence whether it has a sure cue word; one more at the end, which has none. */
    final boolean[] hasCue;

    /** For each word whether its sentence is quoted in part. */
    final boolean[] quotedSentence;

    Context(Paragraph paragraph, CueWords cueWords) {
        this.paragraph = paragraph;
        this.cueWords = cueWords;
        int n = paragraph.length();
        left = new int[n];
        right = new int[n];
        first = new int[n];
        last = new int[n];
        opening = new int[n];
        closing = new int[n];
        hasCue = new boolean[n + 1];
        quotedSentence = new boolean[n];
        for (int start = 0; start < n; start = paragraph.sentenceEnd[start]) {
            readCues(start, paragraph.sentenceEnd[start]);
        }
        readQuotations();
    }

    private void readCues(int start, int end) {
        int near = NONE;
        int sure = NONE;
        for (int i = end - 1; i >= start; i--) {
            right[i] = near;
            near = cueWords.grade(paragraph, i) >= CueWords.LIKELY ? i : near;
            sure = cueWords.grade(paragraph, i) >= CueWords.SURE ? i : sure;
        }
        Arrays.fill(first, start, end, sure);
        near = NONE;
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            left[i] = near;
            near = cueWords.grade(paragraph, i) >= CueWords.LIKELY ? i : near;
            sure = cueWords.grade(paragraph, i) >= CueWords.SURE ? i : sure;
            quoted |= paragraph.isMark(i) || paragraph.inside(i);
        }
        Arrays.fill(last, start, end, sure);
        Arrays.fill(quotedSentence, start, end, quoted);
        hasCue[paragraph.sentence[start]] = sure != NONE;
    }

    private void readQuotations() {
        int n = paragraph.length();
        int open = NONE;
        for (int i = 0; i < n; i++) {
            open = paragraph.opens(i) ? i : open;
            opening[i] = paragraph.isMark(i) || paragraph.inside(i) ? open : NONE;
        }
        int close = NONE;
        for (int i = n - 1; i >= 0; i--) {
            close = paragraph.closes(i) ? i : close;
            closing[i] = paragraph.isMark(i) || paragraph.inside(i) ? close : NONE;
            close = paragraph.opens(i) ? NONE : close;
        }
    }

    /** A value at a place that may lie beyond either end. */
    static String at(String[] values, int i) {
        return i < 0 ? "<s>" : i >= values.length ? "</s>" : values[i];
    }

    /** A distance as one of nine. */
    static String near(int distance) {
        if (distance <= 3) {
            return Integer.toString(distance);
        }
        return distance <= 5 ? "5" : distance <= 8 ? "8" : distance <= 15 ? "15" : distance <= 30 ? "30" : "31";
    }

    /** A probability as one of eight. */
    static String grade(double probability) {
        double[] steps = {.02, .1, .3, .5, .7, .9, .98};
        int grade = 0;
        while (grade < steps.length && probability >= steps[grade]) {
            grade++;
        }
        return Integer.toString(grade);
    }
}
