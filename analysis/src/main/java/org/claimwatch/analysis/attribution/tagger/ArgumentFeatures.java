package org.claimwatch.analysis.attribution.tagger;

import static org.claimwatch.analysis.attribution.tagger.Context.NONE;
import static org.claimwatch.analysis.attribution.tagger.Context.at;
import static org.claimwatch.analysis.attribution.tagger.Context.grade;
import static org.claimwatch.analysis.attribution.tagger.Context.near;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.FeatureSink;
import org.claimwatch.analysis.model.Features;
import org.claimwatch.analysis.model.RoleSpan;

/** What the second pass sees of a word near one cue: how it stands to that cue, and what the first pass says of it. */
final class ArgumentFeatures {
    private final Paragraph paragraph;
    private final String[] words;
    private final String[] tags;
    private final String[] quotes;
    private final FirstReading first;
    private final Cue cue;
    private final Outward outward;
    private final String phrase;
    private final String head;
    private final String headTag;
    private final boolean alone;

    ArgumentFeatures(Context context, FirstReading first, Cue cue, Outward outward) {
        paragraph = context.paragraph;
        words = paragraph.lower;
        tags = paragraph.tags;
        quotes = paragraph.quotes;
        this.first = first;
        this.cue = cue;
        this.outward = outward;
        int best = cue.start();
        StringBuilder joined = new StringBuilder();
        for (int i = cue.start(); i < cue.end(); i++) {
            joined.append(i > cue.start() ? "_" : "").append(words[i]);
            best = context.cueWords.grade(paragraph, i) > context.cueWords.grade(paragraph, best) ? i : best;
        }
        phrase = joined.toString();
        head = words[best];
        headTag = tags[best];
        alone = first.cues().stream()
                .noneMatch(other ->
                        !other.equals(cue) && paragraph.sentence[other.start()] == paragraph.sentence[cue.start()]);
    }

    /** For each word from the outward view's start to its end. */
    List<int[]> places() {
        Features features = new Features();
        List<int[]> places = new ArrayList<>(outward.length());
        for (int i = outward.start; i < outward.end; i++) {
            describe(i, features);
            places.add(features.next());
        }
        return places;
    }

    void describe(int i, FeatureSink sink) {
        if (i >= cue.start() && i < cue.end()) {
            sink.add("cue", "");
            return;
        }
        boolean before = i < cue.start();
        String side = before ? "L" : "R";
        int distance = before ? cue.start() - i : i - cue.end() + 1;
        String far = side + near(distance);
        String line = side + (paragraph.sentence[i] - paragraph.sentence[cue.start()]);
        String passed = Integer.toString(Math.min(2, outward.cues[i - outward.start]));
        place(i, side, far, line, passed, sink);
        firstPass(i, side, far, line, passed, sink);
        pickedSpan(i, side, line, passed, sink);
        neighbours(i, side, far, sink);
        cuePhrase(i, side, far, line, sink);
        passedThings(i, far, line, passed, sink);
        if (distance <= 5) {
            String path = path(i, before);
            sink.add("path", path, side);
            sink.add("patht", path, side + headTag);
        }
    }

    private void place(int i, String side, String far, String line, String passed, FeatureSink sink) {
        String quote = quotes[i] + quotes[cue.start()];
        sink.add("any", side);
        sink.add("far", far);
        sink.add("line", line);
        sink.add("farq", far, quote);
        sink.add("lineq", line, quote);
        String done = near(i - paragraph.sentenceStart[i]);
        String left = near(paragraph.sentenceEnd[i] - 1 - i);
        sink.add("done", done, side);
        sink.add("left", left, side);
        sink.add("donep", done, line + passed);
        sink.add("leftp", left, line + passed);
        sink.add("leftt", left, tags[i] + side);
        sink.add("alone", alone ? line : "n", tags[i]);
    }

    private void firstPass(int i, String side, String far, String line, String passed, FeatureSink sink) {
        String label = first.label(i);
        String spans = label + Math.min(4, outward.spans[i - outward.start]);
        sink.add("y", label, side);
        sink.add("yy", first.label(i - 1) + label + first.label(i + 1), side);
        sink.add("yf", label, far);
        sink.add("yl", label, line);
        sink.add("yp", label + passed, side);
        sink.add("ypl", label + passed, line);
        sink.add("ys", spans, side);
        sink.add("ysp", spans + passed, line);
        sink.add("ysh", spans + side, head);
        sink.add("ylc", label + outward.lastCue[i - outward.start], side);
        sink.add("ym", label + grade(cue.mass()), side);
        sink.add("mass", grade(cue.mass()), grade(cue.exact()));
        for (Role role : Role.values()) {
            String name = role.name();
            String here = grade(first.within(i, role));
            sink.add(name, here, side);
            sink.add(name + "p", here + passed, line);
            sink.add(name + "h", here + side, head);
            sink.add(name + "w", here + side, words[i]);
            if (i > 0) {
                sink.add(name + "-", grade(first.within(i - 1, role)) + here, side);
            }
            if (i + 1 < words.length) {
                sink.add(name + "+", here + grade(first.within(i + 1, role)), side);
            }
        }
        sink.add("sc", grade(first.within(i, Role.SOURCE)) + grade(first.within(i, Role.CONTENT)), line + passed);
    }

    private void pickedSpan(int i, String side, String line, String passed, FeatureSink sink) {
        int index = first.pickedAt(i);
        if (index == NONE) {
            return;
        }
        RoleSpan span = first.picked().get(index);
        String label = first.label(i);
        String touches = (span.end() == cue.start() || span.start() == cue.end() ? "t" : "n") + label;
        sink.add("touch", touches, side);
        sink.add("touchp", touches + passed, line);
        sink.add("length", near(span.length()) + label, side);
        sink.add("before", at(words, span.start() - 1) + label, side + passed);
        sink.add("after", at(words, span.end()) + label, side + passed);
        if (index > 0) {
            sink.add("last", label + first.picked().get(index - 1).role(), side + passed);
        }
        if (index + 1 < first.picked().size()) {
            sink.add("next", label + first.picked().get(index + 1).role(), side + passed);
        }
    }

    private void neighbours(int i, String side, String far, FeatureSink sink) {
        for (int k = -2; k <= 2; k++) {
            sink.add("w" + k, at(words, i + k), side);
            sink.add("t" + k, at(tags, i + k), side);
            sink.add("tf" + k, at(tags, i + k), far);
        }
        sink.add("ww-1", at(words, i - 1), words[i] + side);
        sink.add("ww0", words[i], at(words, i + 1) + side);
        sink.add("tt-1", at(tags, i - 1), tags[i] + far);
        sink.add("tt0", tags[i], at(tags, i + 1) + far);
        sink.add("ttt", at(tags, i - 1) + tags[i], at(tags, i + 1) + side);
        sink.add("wf", words[i], far);
        sink.add("wq-1", at(words, i - 1), quotes[i] + side);
        sink.add("wq0", words[i], quotes[i] + side);
        sink.add("wq+1", at(words, i + 1), quotes[i] + side);
    }

    private void cuePhrase(int i, String side, String far, String line, FeatureSink sink) {
        String before = at(tags, cue.start() - 1);
        String after = at(words, cue.end());
        boolean begins = i == paragraph.sentenceStart[i];
        boolean ends = i == paragraph.sentenceEnd[i] - 1;
        sink.add("hw", head + side, words[i]);
        sink.add("ht", head + side, tags[i]);
        sink.add("hf", head, far);
        sink.add("pf", phrase, far);
        sink.add("pl", phrase, line);
        sink.add("ple", phrase, line + (begins ? "0" : ends ? "1" : "2"));
        sink.add("lastf", words[cue.end() - 1], far);
        sink.add("afterf", after, far);
        sink.add("afterw", after + side, words[i]);
        sink.add("aroundf", at(tags, cue.end()) + before, far);
        sink.add("beforef", before + headTag, far);
    }

    private void passedThings(int i, String far, String line, String passed, FeatureSink sink) {
        int k = i - outward.start;
        String commas = Integer.toString(Math.min(3, outward.commas[k]));
        String verbs = Integer.toString(Math.min(3, outward.verbs[k]));
        String marks = Integer.toString(Math.min(2, outward.marks[k]));
        sink.add("cvm", far.charAt(0) + commas + verbs + marks, tags[i]);
        sink.add("lm", line + marks + quotes[i] + quotes[cue.start()], passed);
        sink.add("fc", far, commas + passed);
        sink.add("fv", far, verbs);
        sink.add("lp", passed + line, quotes[i]);
    }

    private String path(int i, boolean before) {
        StringBuilder path = new StringBuilder();
        int from = before ? i : cue.end();
        int to = before ? cue.start() : i + 1;
        for (int k = from; k < to; k++) {
            path.append(tags[k]).append(' ');
        }
        return path.toString();
    }
}
