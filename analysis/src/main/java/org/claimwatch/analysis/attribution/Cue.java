package org.claimwatch.analysis.attribution;

/**
 * A reporting expression in a unit.
 *
 * @param first index of its first item
 * @param end index after its last item
 */
record Cue(int first, int end, CueVerb verb, Kind kind) {
    /** How the cue stands to its speaker. */
    enum Kind {
        /** "the minister said", "said the minister" */
        FINITE,
        /** ", adding that": the speaker is another verb's subject. */
        PARTICIPLE,
        /** "according to the minister" */
        ACCORDING
    }
}
