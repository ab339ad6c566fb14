package org.claimwatch.analysis.attribution;

import java.util.Set;

/**
 * A reporting verb and what it takes as its content.
 *
 * @param frames the words of the cue lexicon
 */
record CueVerb(String lemma, Set<String> frames) {
    CueVerb {
        frames = Set.copyOf(frames);
    }

    boolean takesClause() {
        return frames.contains("that");
    }

    boolean takesQuotation() {
        return frames.contains("quote");
    }

    boolean takesAddressee() {
        return frames.contains("who");
    }

    boolean takesNounPhrase() {
        return frames.contains("np");
    }

    boolean denies() {
        return frames.contains("not");
    }
}
