package org.claimwatch.analysis.attribution.tagger;

import java.util.List;

/** Reads a stretch of words twice: the roles of all of them, then what belongs to each cue that may be one. */
interface Passes {
    /** Cues of one stretch whose arguments are sought; prose has far fewer. */
    int MOST_CUES = 80;

    /** What both passes make of a stretch. */
    record Reading(FirstReading first, List<ArgumentReading> arguments) {
        public Reading {
            arguments = List.copyOf(arguments);
        }
    }

    /** Words that are read at once at most, so that memory and time stay in proportion. */
    int longest();

    /** Reads at least one word and at most {@link #longest}, cut as the Penn Treebank does. */
    Reading read(List<String> words);
}
