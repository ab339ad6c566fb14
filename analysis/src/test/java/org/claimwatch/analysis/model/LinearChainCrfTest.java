package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearChainCrfTest {
    private static final int LENGTH = 5;
    private final RoleLabels labels = new RoleLabels(2);

    @Test
    void marginals_spans_and_nothing_equal_those_of_all_label_sequences() {
        Random random = new Random(7);
        int n = labels.size();
        float[] emissions = scores(random, LENGTH * n);
        float[] transitions = scores(random, n * n);
        List<int[]> all = new ArrayList<>();
        extend(new int[LENGTH], 0, all);
        double[] weights =
                all.stream().mapToDouble(s -> weight(s, emissions, transitions)).toArray();
        double sum = java.util.Arrays.stream(weights).sum();

        CrfLattice lattice = new CrfLattice(labels, emissions, transitions);

        for (int t = 0; t < LENGTH; t++) {
            double total = 0;
            for (int y = 0; y < n; y++) {
                double expected = 0;
                for (int s = 0; s < weights.length; s++) {
                    expected += all.get(s)[t] == y ? weights[s] / sum : 0;
                }
                assertThat((double) lattice.marginal(t, y)).isCloseTo(expected, within(1e-4));
                total += lattice.marginal(t, y);
            }
            assertThat(total).isCloseTo(1, within(1e-4));
        }
        for (RoleSpan span : lattice.spans(0)) {
            double expected = 0;
            for (int s = 0; s < weights.length; s++) {
                expected += has(all.get(s), span) ? weights[s] / sum : 0;
            }
            assertThat(span.probability()).as(span.toString()).isCloseTo(expected, within(1e-4));
        }
        assertThat(lattice.nothing()).isCloseTo(weight(new int[LENGTH], emissions, transitions) / sum, within(1e-4));
    }

    @Test
    void the_best_spans_are_those_of_the_best_choice_of_all() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<RoleSpan> candidates = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int start = random.nextInt(10);
                candidates.add(new RoleSpan(0, start, start + 1 + random.nextInt(4), random.nextDouble()));
            }
            List<RoleSpan> best = RoleSpan.best(candidates, role -> 0.3);
            assertThat(worth(best)).isCloseTo(bestWorth(candidates, 0, new ArrayList<>()), within(1e-9));
            assertThat(disjoint(best)).isTrue();
        }
    }

    @Test
    void it_learns_a_tiny_language_and_keeps_it_when_written_and_read() throws IOException {
        CrfTrainer trainer = new CrfTrainer(1, new CrfTrainer.Settings(1, 30, 0.1f, 0, 1));
        for (int i = 0; i < 4; i++) {
            trainer.add(words("the old man said that rain came"), List.of(new RoleSpan(0, 0, 3, 1)));
            trainer.add(words("rain came and the young woman said so"), List.of(new RoleSpan(0, 3, 6, 1)));
            trainer.add(words("rain came and went"), List.of());
        }
        LinearChainCrf crf = trainer.train(1000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        crf.write(new DataOutputStream(bytes));
        LinearChainCrf read = LinearChainCrf.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        for (SequenceTagger tagger : List.of(crf, read)) {
            assertThat(RoleSpan.best(
                            tagger.mark(words("and the old woman said so")).spans(0.05), role -> 0.3))
                    .singleElement()
                    .satisfies(span ->
                            assertThat(new int[] {span.start(), span.end()}).containsExactly(1, 4));
            assertThat(tagger.mark(words("rain went")).nothing()).isGreaterThan(0.8);
        }
    }

    @Test
    void training_again_gives_the_same_weights() throws IOException {
        assertThat(trainedBytes()).isEqualTo(trainedBytes());
    }

    private static byte[] trainedBytes() throws IOException {
        CrfTrainer trainer = new CrfTrainer(1, new CrfTrainer.Settings(1, 3, 0.1f, 0.3f, 5));
        trainer.add(words("the old man said so"), List.of(new RoleSpan(0, 0, 3, 1)));
        trainer.add(words("rain came"), List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trainer.train(1000).write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** A word and its neighbours. */
    private static List<int[]> words(String text) {
        String[] words = (". " + text + " .").split(" ", -1);
        Features features = new Features();
        List<int[]> places = new ArrayList<>();
        for (int i = 1; i < words.length - 1; i++) {
            features.add("here", words[i]);
            features.add("before", words[i - 1]);
            features.add("after", words[i + 1]);
            places.add(features.next());
        }
        return places;
    }

    private static float[] scores(Random random, int size) {
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            scores[i] = (float) random.nextGaussian();
        }
        return scores;
    }

    /** All label sequences that the scheme allows. */
    private void extend(int[] sequence, int t, List<int[]> all) {
        if (t == LENGTH) {
            if (labels.mayEnd(sequence[t - 1])) {
                all.add(sequence.clone());
            }
            return;
        }
        for (int y = 0; y < labels.size(); y++) {
            int label = y;
            boolean allowed = t == 0
                    ? labels.mayStart(y)
                    : java.util.Arrays.stream(labels.before(label)).anyMatch(x -> x == sequence[t - 1]);
            if (allowed) {
                sequence[t] = y;
                extend(sequence, t + 1, all);
            }
        }
    }

    private double weight(int[] sequence, float[] emissions, float[] transitions) {
        int n = labels.size();
        double score = 0;
        for (int t = 0; t < sequence.length; t++) {
            score += emissions[t * n + sequence[t]];
            score += t > 0 ? transitions[sequence[t - 1] * n + sequence[t]] : 0;
        }
        return Math.exp(score);
    }

    private static boolean has(int[] sequence, RoleSpan span) {
        int[] wanted = RoleLabels.of(List.of(span), sequence.length);
        for (int t = span.start(); t < span.end(); t++) {
            if (wanted[t] != sequence[t]) {
                return false;
            }
        }
        return true;
    }

    private static double worth(List<RoleSpan> spans) {
        return spans.stream().mapToDouble(span -> span.probability() - 0.3).sum();
    }

    private static double bestWorth(List<RoleSpan> candidates, int from, List<RoleSpan> taken) {
        if (from == candidates.size()) {
            return disjoint(taken) ? worth(taken) : 0;
        }
        double without = bestWorth(candidates, from + 1, taken);
        taken.add(candidates.get(from));
        double with = bestWorth(candidates, from + 1, taken);
        taken.removeLast();
        return Math.max(without, with);
    }

    private static boolean disjoint(List<RoleSpan> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                if (spans.get(i).overlaps(spans.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
