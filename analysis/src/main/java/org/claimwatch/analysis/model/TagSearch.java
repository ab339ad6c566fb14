package org.claimwatch.analysis.model;

import java.util.PriorityQueue;
import java.util.Queue;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags that OpenNLP's beam search (Ratnaparkhi 1998) finds, in half its time: it sorts no scores and copies no
 * paths. Keeps state during a call.
 */
final class TagSearch {
    private static final int BEAM = 3;
    private static final double LEAST = -100_000;

    private final MaxentModel model;
    private final POSContextGenerator contexts;
    private final SequenceValidator<String> validator;
    private final double[] scores;

    TagSearch(POSModel model) {
        String beam = model.getManifestProperty("BeamSize");
        if (beam != null && Integer.parseInt(beam) != BEAM) {
            throw new IllegalStateException("The part-of-speech model wants a beam of " + beam + ", not " + BEAM);
        }
        this.model = model.getArtifact("pos.model");
        contexts = model.getFactory().getPOSContextGenerator(BEAM);
        validator = model.getFactory().getSequenceValidator();
        scores = new double[this.model.getNumOutcomes()];
    }

    /** A tag for each word. */
    String[] tags(String[] words) {
        Queue<Path> paths = new PriorityQueue<>();
        Queue<Path> longer = new PriorityQueue<>();
        paths.add(new Path(null, "", 0));
        for (int i = 0; i < words.length; i++) {
            for (int kept = 0; kept < BEAM && !paths.isEmpty(); kept++) {
                lengthen(paths.remove(), words, i, longer);
            }
            paths.clear();
            Queue<Path> emptied = paths;
            paths = longer;
            longer = emptied;
        }
        return paths.remove().tags(words.length);
    }

    private void lengthen(Path path, String[] words, int i, Queue<Path> longer) {
        String[] before = path.tags(i);
        model.eval(contexts.getContext(i, words, before, new Object[0]), scores);
        add(path, words, before, thirdHighest(), longer);
        if (longer.isEmpty()) {
            add(path, words, before, 0, longer);
        }
    }

    private void add(Path path, String[] words, String[] before, double least, Queue<Path> longer) {
        for (int tag = 0; tag < scores.length; tag++) {
            if (scores[tag] >= least) {
                String name = model.getOutcome(tag);
                double score = path.score + StrictMath.log(scores[tag]);
                if (score > LEAST && validator.validSequence(before.length, words, before, name)) {
                    longer.add(new Path(path, name, score));
                }
            }
        }
    }

    private double thirdHighest() {
        double first = Double.NEGATIVE_INFINITY;
        double second = first;
        double third = first;
        for (double score : scores) {
            if (score > first) {
                third = second;
                second = first;
                first = score;
            } else if (score > second) {
                third = second;
                second = score;
            } else if (score > third) {
                third = score;
            }
        }
        return third;
    }

    /** Tags up to a word, by the last and those before it. */
    private record Path(@Nullable Path before, String tag, double score) implements Comparable<Path> {
        String[] tags(int length) {
            String[] tags = new String[length];
            Path path = this;
            for (int i = length - 1; i >= 0 && path != null; i--) {
                tags[i] = path.tag;
                path = path.before;
            }
            return tags;
        }

        @Override
        public int compareTo(Path other) {
            return Double.compare(other.score, score);
        }
    }
}
