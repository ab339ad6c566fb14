package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.FactCheckMatcher.Link;
import org.junit.jupiter.api.Test;

class FactCheckMatcherTest {
    private static final List<String> CLAIMS = List.of(
            "The new bridge at Tarn cost 40 million crowns.",
            "The new bridge at Tarn cost 90 million crowns.",
            "The new bridge at Tarn did not cost 40 million crowns.",
            "The bridge at Tarn will open in March.",
            "Forty wolves were counted in the hills.",
            "The ministry has bought 40 ambulances.");

    @Test
    void names_the_claim_and_what_says_the_opposite_and_nothing_that_is_merely_near() {
        List<Link> links = links("The bridge in Tarn cost the town 40 million crowns.", "en", CLAIMS);
        assertThat(links).extracting(Link::claim).containsExactlyInAnyOrder(0L, 2L);
        assertThat(links).extracting(Link::opposite).containsExactlyInAnyOrder(false, true);
        assertThat(links).extracting(Link::confidence).allMatch(c -> c >= FactCheckMatcher.LEAST && c <= 1);
    }

    @Test
    void is_silent_where_nothing_is_alike() {
        assertThat(links("Vaccines change the genes of cattle.", "en", CLAIMS)).isEmpty();
        assertThat(links("Tarn", "en", CLAIMS)).isEmpty();
        assertThat(links("The bridge cost 40 million crowns.", "en", List.of())).isEmpty();
    }

    @Test
    void is_silent_across_languages() {
        assertThat(links("The bridge in Tarn cost the town 40 million crowns.", "de", CLAIMS))
                .isEmpty();
    }

    private static List<Link> links(String checked, String language, List<String> claims) {
        List<Known> known = new ArrayList<>();
        for (String claim : claims) {
            known.add(new Known(known.size(), Propositions.compared(claim, "en")));
        }
        return new FactCheckMatcher().links(Propositions.compared(checked, language), known);
    }
}
