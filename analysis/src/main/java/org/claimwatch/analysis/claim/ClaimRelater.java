package org.claimwatch.analysis.claim;

/** Says how one proposition bears on another. */
@FunctionalInterface
public interface ClaimRelater {
    /**
     * Relates two propositions, or a claim and what somebody argues about it.
     *
     * @param claim what is at issue
     * @param other what bears on it, or does not
     */
    Relation relate(String claim, String other);

    /** Scores that add up to 1. */
    record Relation(double sameAs, double supports, double contradicts, double unrelated) {
        /** The kind with the highest score. */
        public Kind kind() {
            double most = Math.max(Math.max(sameAs, supports), Math.max(contradicts, unrelated));
            if (most == unrelated) {
                return Kind.UNRELATED;
            }
            if (most == sameAs) {
                return Kind.SAME_AS;
            }
            return most == supports ? Kind.SUPPORTS : Kind.CONTRADICTS;
        }
    }

    /** How they may relate. */
    enum Kind {
        SAME_AS,
        SUPPORTS,
        CONTRADICTS,
        UNRELATED
    }
}
