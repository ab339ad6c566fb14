package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.junit.jupiter.api.Test;

class ClaimSearchTest {
    @Test
    void the_claim_that_a_post_repeats_comes_first() {
        ClaimSearch search = new ClaimSearch();
        search.add("walls", "Photographs show walls around the homes of senators.", "");
        search.add("mansion", "The senator owns the largest mansion in his state.", "");
        search.add("pears", "Pears cure the common cold.", "");
        assertThat(search.rank("BIGGEST #MansionInTheState, and a senator lives there! http://x.example/1", 2))
                .extracting(Hit::id)
                .startsWith("mansion")
                .doesNotContain("pears");
    }
}
