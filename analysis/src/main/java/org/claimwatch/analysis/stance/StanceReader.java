package org.claimwatch.analysis.stance;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.common.statement.TextSpan;

/** Reads which side some words take towards a target that they mention. */
@FunctionalInterface
public interface StanceReader {
    Reading read(SegmentedText text, Question question);

    /**
     * Who takes a side towards what, and in which words.
     *
     * @param holder whose stance: an outlet that reports "Kareth refused" takes no side by it, a speaker may
     * @param words where the holder speaks, and nobody else; at least one span, in order
     * @param target its name
     * @param mentions where the target is mentioned; those outside the words are passed over
     */
    record Question(StanceHolder holder, List<TextSpan> words, String target, List<TextSpan> mentions) {
        public Question {
            words = List.copyOf(words);
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * Scores that add up to 1, and the words that decided them.
     *
     * @param evidence lies within the holder's words
     */
    record Reading(double favor, double against, double neutral, TextSpan evidence) {
        public Polarity polarity() {
            if (favor > against && favor > neutral) {
                return Polarity.FAVOR;
            }
            return against > neutral ? Polarity.AGAINST : Polarity.NEUTRAL;
        }

        /** The score of {@link #polarity}, 0 to 1. */
        public float confidence() {
            return (float) Math.max(favor, Math.max(against, neutral));
        }
    }
}
