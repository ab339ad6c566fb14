package org.claimwatch.analysis.attribution.tagger;

import static org.claimwatch.analysis.attribution.tagger.Context.NONE;
import static org.claimwatch.analysis.attribution.tagger.Context.at;
import static org.claimwatch.analysis.attribution.tagger.Context.near;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.model.FeatureSink;
import org.claimwatch.analysis.model.Features;

/** What the first pass sees of a word: itself, its neighbours, its quotation, and the sentence's cue-like words. */
final class RoleFeatures {
    private final Context context;
    private final Paragraph paragraph;
    private final String[] words;
    private final String[] tags;
    private final String[] quotes;

    RoleFeatures(Context context) {
        this.context = context;
        paragraph = context.paragraph;
        words = paragraph.lower;
        tags = paragraph.tags;
        quotes = paragraph.quotes;
    }

    static List<int[]> of(Context context) {
        RoleFeatures extractor = new RoleFeatures(context);
        Features features = new Features();
        List<int[]> places = new ArrayList<>(context.paragraph.length());
        for (int i = 0; i < context.paragraph.length(); i++) {
            extractor.describe(i, features);
            places.add(features.next());
        }
        return places;
    }

    void describe(int i, FeatureSink sink) {
        sink.add("any", "");
        window(i, sink);
        sequences(i, sink);
        affixes(i, sink);
        position(i, sink);
        nearestCues(i, sink);
        quotation(i, sink);
        sentenceCues(i, sink);
    }

    private void window(int i, FeatureSink sink) {
        for (int k = -3; k <= 3; k++) {
            sink.add("w" + k, at(words, i + k));
            sink.add("t" + k, at(tags, i + k));
        }
        for (int k = -2; k <= 2; k++) {
            boolean within = i + k >= 0 && i + k < words.length;
            sink.add("shape" + k, at(paragraph.shapes, i + k));
            sink.add("cue" + k, within ? Integer.toString(context.cueWords.grade(paragraph, i + k)) : "-");
        }
        String quote = quotes[i];
        sink.add("q", quote);
        sink.add("q-", at(quotes, i - 1), quote);
        sink.add("q+", quote, at(quotes, i + 1));
        sink.add("sq", context.quotedSentence[i] ? "y" : "n", quote);
        sink.add("wq", words[i], quote);
        sink.add("w-1q", at(words, i - 1), quote);
        sink.add("w+1q", at(words, i + 1), quote);
        sink.add("w+2q", at(words, i + 2), at(quotes, i + 1));
        sink.add("tq", tags[i], quote);
    }

    private void sequences(int i, FeatureSink sink) {
        for (int k = -2; k <= 1; k++) {
            sink.add("ww" + k, at(words, i + k), at(words, i + k + 1));
            sink.add("tt" + k, at(tags, i + k), at(tags, i + k + 1));
            sink.add("wt" + k, at(words, i + k), at(tags, i + k + 1));
            sink.add("tw" + k, at(tags, i + k), at(words, i + k + 1));
        }
        for (int k = -2; k <= 0; k++) {
            sink.add("ttt" + k, at(tags, i + k) + "_" + at(tags, i + k + 1), at(tags, i + k + 2));
            sink.add("www" + k, at(words, i + k) + "_" + at(words, i + k + 1), at(words, i + k + 2));
        }
        sink.add(
                "t5", at(tags, i - 2) + "_" + at(tags, i - 1) + "_" + tags[i], at(tags, i + 1) + "_" + at(tags, i + 2));
    }

    private void affixes(int i, FeatureSink sink) {
        for (int k = 2; k <= 4; k++) {
            sink.add("end" + k, end(words[i], k));
        }
        sink.add("begin3", words[i].substring(0, Math.min(3, words[i].length())));
        sink.add("begin4", words[i].substring(0, Math.min(4, words[i].length())));
        sink.add("end-1", end(at(words, i - 1), 3));
        sink.add("end+1", end(at(words, i + 1), 3));
    }

    private static String end(String word, int length) {
        return word.substring(Math.max(0, word.length() - length));
    }

    private void position(int i, FeatureSink sink) {
        int begin = paragraph.sentenceStart[i];
        int end = paragraph.sentenceEnd[i] - 1;
        String done = near(i - begin);
        String left = near(end - i);
        sink.add("done", done);
        sink.add("left", left);
        sink.add("doneq", done, quotes[i]);
        sink.add("leftq", left, quotes[i]);
        sink.add("leftt", left, tags[i]);
        if (i == begin) {
            sink.add("begins", paragraph.sentence[i] == 0 ? "y" : "n");
        }
        sink.add("begin", words[begin], i == begin ? "0" : "1");
        sink.add("end", words[end], left);
        int sentences = paragraph.sentence[words.length - 1];
        sink.add("sentences", near(sentences), left);
        if (sentences == 0) {
            sink.add("alone", quotes[i]);
        }
        String before = paragraph.sentence[i] > 0 && context.hasCue[paragraph.sentence[i] - 1] ? "y" : "n";
        String here = context.hasCue[paragraph.sentence[i]] ? "y" : "n";
        String after = context.hasCue[paragraph.sentence[i] + 1] ? "y" : "n";
        sink.add("cued", before + here + after, quotes[i]);
        sink.add("cuedleft", before + here, left);
        sink.add("cueddone", before + here + quotes[i], done);
    }

    private void nearestCues(int i, FeatureSink sink) {
        int left = context.left[i];
        int right = context.right[i];
        String leftWord = left == NONE ? "-" : words[left];
        String rightWord = right == NONE ? "-" : words[right];
        String leftFar = left == NONE ? "-" : near(i - left);
        String rightFar = right == NONE ? "-" : near(right - i);
        String leftPath = left == NONE ? "-" : between(left + 1, i);
        String rightPath = right == NONE ? "-" : between(i + 1, right);
        side("l", leftWord, leftFar, leftPath, i, sink);
        side("r", rightWord, rightFar, rightPath, i, sink);
        sink.add("lr", leftFar, rightFar);
        sink.add("lwrw", leftWord, rightWord);
        sink.add("lrq", (left == NONE ? "-" : quotes[left]) + (right == NONE ? "-" : quotes[right]), quotes[i]);
    }

    private void side(String side, String word, String far, String path, int i, FeatureSink sink) {
        sink.add(side, far, tags[i]);
        sink.add(side + "w", word);
        sink.add(side + "wt", word, tags[i]);
        sink.add(side + "ww", word, words[i]);
        sink.add(side + "wd", word, far);
        sink.add(side + "pt", path, tags[i]);
        sink.add(side + "pw", path, words[i]);
    }

    /** Commas, verbs, marks and complementisers passed between two places. */
    private String between(int from, int to) {
        int commas = 0;
        int verbs = 0;
        int marks = 0;
        boolean that = false;
        for (int k = from; k < to; k++) {
            if (words[k].equals(",")) {
                commas++;
            } else if (paragraph.isMark(k)) {
                marks++;
            } else if (paragraph.isVerb(k)) {
                verbs++;
            } else {
                that |= words[k].equals("that");
            }
        }
        return Math.min(commas, 2) + "," + Math.min(verbs, 2) + "," + Math.min(marks, 2) + (that ? "t" : "");
    }

    private void quotation(int i, FeatureSink sink) {
        String quote = quotes[i];
        int open = context.opening[i];
        int close = context.closing[i];
        if (open != NONE) {
            boolean sameSentence = open > 0 && paragraph.sentence[open - 1] == paragraph.sentence[i];
            sink.add("qb", at(words, open - 1), quote);
            sink.add("qbt", at(tags, open - 2) + at(tags, open - 1), quote);
            sink.add("qbd", near(i - open), quote);
            sink.add("qbf", open == paragraph.sentenceStart[open] ? "y" : "n", quote);
            sink.add("qbc", sameSentence ? "s" + context.cueWords.grade(paragraph, open - 1) : "d", quote);
        }
        if (close != NONE) {
            sink.add("qa", at(words, close - 1) + "_" + at(words, close + 1), quote);
            sink.add("qat", at(words, close - 1) + at(tags, close + 1) + "_" + at(tags, close + 2), quote);
            sink.add("qac", grades(close + 1), quote);
            sink.add("qad", near(close - i), quote);
            if (open != NONE) {
                sink.add("ql", near(close - open), quote);
                sink.add("qs", paragraph.sentence[close] > paragraph.sentence[open] ? "m" : "1", quote);
            }
        }
    }

    /** The cue grades of three words. */
    private String grades(int from) {
        StringBuilder grades = new StringBuilder();
        for (int k = from; k < from + 3; k++) {
            grades.append(k < words.length ? context.cueWords.grade(paragraph, k) : 0);
        }
        return grades.toString();
    }

    private void sentenceCues(int i, FeatureSink sink) {
        int first = context.first[i];
        int last = context.last[i];
        if (first == NONE) {
            sink.add("nocue", tags[i]);
            return;
        }
        String side = side(i, first) + side(i, last);
        String lastLeft = near(paragraph.sentenceEnd[i] - last);
        String left = near(paragraph.sentenceEnd[i] - 1 - i);
        sink.add("fc", words[first], side);
        sink.add("fcd", near(first - paragraph.sentenceStart[i]), side + tags[i]);
        sink.add("fcn", at(words, first + 1), side);
        sink.add("fcp", at(tags, first - 1) + at(tags, first + 1), side);
        sink.add("lc", words[last], side);
        sink.add("lcd", lastLeft, side);
        sink.add("lcn", at(words, last + 1), side);
        sink.add("lce", lastLeft, side + left);
        sink.add("lcp", at(words, last - 1), side + left);
    }

    private static String side(int i, int cue) {
        return i < cue ? "L" : i == cue ? "0" : "R";
    }
}
