package org.claimwatch.web.claim;

import java.util.List;
import org.claimwatch.web.chart.Graph;
import org.claimwatch.web.chart.Lanes;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Decision;
import org.claimwatch.web.reading.Margin;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.reading.VerdictsOnClaim;
import org.claimwatch.web.words.ClaimWords;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/**
 * A claim with all that is said for and against it.
 *
 * @param rejected of these statements the reader's team rejected so many, or said that they make another claim; the counts,
 *     which are the same for all teams, have them still
 * @param shown how many of its statements the page tells of: the oldest, where there are too many
 * @param search the address of all of them
 */
public record ClaimPage(
        ClaimLine claim,
        Side asserts,
        Side denies,
        Lanes timeline,
        Graph chains,
        List<Related> related,
        List<Decision> decisions,
        Margin margin,
        @Nullable Ticks ticks,
        @Nullable VerdictsOnClaim verdicts,
        List<FactCheckLine> factChecks,
        int rejected,
        int shown,
        String search,
        String csv) {

    /** A statement, with those that repeat it in other outlets folded beneath. */
    public record Shown(StatementCard card, List<Said> reprints) {
        public String fold() {
            return ClaimWords.SAY.fold(
                    CountWords.SAY.reprints(reprints.size()), card.source().outlet());
        }
    }

    /**
     * What one side says.
     *
     * @param shown the first voices; the others are where one searches
     * @param more how many others
     * @param doubted how many statements of all are doubted, reprints too; null where none is
     */
    public record Side(
            List<Shown> shown, int more, @Nullable String doubted) {
        public boolean none() {
            return shown.isEmpty();
        }
    }

    /** Other claims that have one thing to do with this one. */
    public record Related(String relation, List<RelatedClaim> claims) {}

    /**
     * One of them.
     *
     * @param shown the words that say so; none where the claims' own words do
     */
    public record RelatedClaim(ClaimLine claim, List<RelationShown> shown) {
        public RelatedClaim {
            shown = List.copyOf(shown);
        }
    }

    /** Rated so by a fact-check that the reader's team says is about it; null where there is none. */
    public @Nullable FactCheckLine checked() {
        return factChecks.stream()
                .filter(line -> line.verdict().equals("confirmed"))
                .findFirst()
                .orElse(null);
    }

    public boolean cut() {
        return shown
                < claim.facts().asserts()
                        + claim.facts().denies()
                        + claim.facts().doubtful();
    }
}
