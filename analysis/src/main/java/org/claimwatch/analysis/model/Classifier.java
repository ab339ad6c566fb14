package org.claimwatch.analysis.model;

import java.util.List;
import java.util.Optional;

/** Sorts marked words into the labels of a task. */
@FunctionalInterface
public interface Classifier {
    /** What can be asked. */
    enum Task {
        /** Which side a text takes towards what is marked in it: favour, against, neutral. */
        STANCE,
        /** How the second, marked text relates to the first: same as, supports, contradicts, unrelated. */
        RELATE
    }

    /**
     * Classifies each input by itself.
     *
     * @return for each input, in order, a probability for each label in the order that the task names them, 1 together
     */
    List<double[]> classify(Task task, List<EncoderInput> inputs);

    /**
     * Asks for a stance where most inputs take no side, and does not look closely at those that seem to take none.
     *
     * @return as for {@link Task#STANCE}; empty where no clear side is to be expected
     */
    default Optional<double[]> side(EncoderInput input) {
        return Optional.of(classify(Task.STANCE, List.of(input)).getFirst());
    }
}
