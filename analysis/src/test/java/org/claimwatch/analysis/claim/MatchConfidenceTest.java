package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.junit.jupiter.api.Test;

class MatchConfidenceTest {
    @Test
    void a_claim_far_ahead_is_sure_and_one_of_two_is_half_sure() {
        assertThat(MatchConfidence.READ
                        .of(List.of(hit("a", 40), hit("b", 15)))
                        .getFirst()
                        .score())
                .isGreaterThan(0.99);
        assertThat(MatchConfidence.READ.of(List.of(hit("a", 40), hit("b", 40))))
                .allSatisfy(hit -> assertThat(hit.score()).isCloseTo(0.5, within(0.01)));
    }

    @Test
    void the_only_one_found_is_unlikely_where_it_shares_little() {
        assertThat(MatchConfidence.WORDS.of(List.of(hit("a", 5))).getFirst().score())
                .isLessThan(0.01);
    }

    @Test
    void claims_of_the_same_words_are_one() {
        assertThat(MatchConfidence.READ.of(
                        List.of(new Hit("a", "The law is a gift", 40), new Hit("b", "The law is \"a gift\".", 40))))
                .allSatisfy(hit -> assertThat(hit.score()).isGreaterThan(0.99));
    }

    @Test
    void probabilities_fall_as_scores_do_and_nothing_found_is_nothing() {
        assertThat(MatchConfidence.WORDS.of(List.of(hit("a", 900), hit("b", 300), hit("c", 0))))
                .extracting(Hit::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        assertThat(MatchConfidence.WORDS.of(List.of())).isEmpty();
    }

    private static Hit hit(String id, double score) {
        return new Hit(id, "Claim " + id + " of its own " + id.repeat(5), score);
    }
}
