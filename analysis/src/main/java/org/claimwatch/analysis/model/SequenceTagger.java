package org.claimwatch.analysis.model;

import java.util.List;

/** Marks the spans of a sequence that play a role. */
@FunctionalInterface
public interface SequenceTagger {
    /**
     * What it makes of a sequence.
     *
     * @param places the features of each place, hashed by {@link Features}; at least one place
     */
    Marking mark(List<int[]> places);
}
