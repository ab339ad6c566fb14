package org.claimwatch.web.claim;

import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.StatementCard;

/** A claim with all that is said for and against it. */
public record ClaimPage(
        ClaimLine claim,
        List<Voice> asserts,
        List<Voice> denies,
        ChainGraph chains,
        List<Related> related,
        String csv) {

    /** A statement, with those that repeat it word for word in other outlets folded beneath. */
    public record Voice(StatementCard first, List<StatementCard> reprints) {
        public String fold() {
            return "%s of %s"
                    .formatted(
                            Counted.of(reprints.size(), "reprint"),
                            first.source().outlet());
        }
    }

    /** Another claim and what it has to do with this one. */
    public record Related(String relation, ClaimLine claim) {}
}
