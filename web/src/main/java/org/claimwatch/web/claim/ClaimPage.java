package org.claimwatch.web.claim;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.claimwatch.web.chart.Graph;
import org.claimwatch.web.chart.Lanes;
import org.claimwatch.web.layout.Counted;
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
        int shown,
        String search,
        String csv) {

    /** A statement, with those that repeat it in other outlets folded beneath. */
    public record Voice(StatementCard first, List<StatementCard> reprints) {
        public String fold() {
            return ClaimWords.SAY.fold(
                    CountWords.SAY.reprints(reprints.size()), first.source().outlet());
        }
    }

    /** All voices on one side: the first of them as cards, the rest where one searches. */
    public record Side(List<Voice> voices) {
        private static final int SHOWN = 20;

        public boolean none() {
            return voices.isEmpty();
        }

        public List<Voice> shown() {
            return voices.subList(0, Math.min(SHOWN, voices.size()));
        }

        public int more() {
            return voices.size() - shown().size();
        }

        /** How many statements are doubted, reprints too; null where none is. */
        public @Nullable String doubted() {
            long doubted = voices.stream()
                    .flatMap(voice -> Stream.concat(Stream.of(voice.first()), voice.reprints().stream()))
                    .filter(Predicate.not(StatementCard::counts))
                    .count();
            return doubted == 0 ? null : Counted.number(doubted);
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
