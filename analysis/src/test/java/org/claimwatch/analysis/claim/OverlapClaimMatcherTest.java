package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.claimwatch.common.claim.ClaimPolarity;
import org.junit.jupiter.api.Test;

class OverlapClaimMatcherTest {
    private static final List<Known> KNOWN = List.of(
            new Known(1, Propositions.compared("Dockers’ pay has lost 11% of its value since 2021.", "en")),
            new Known(2, Propositions.compared("Eleven shells were fired from the Karethi bank.", "en")),
            new Known(3, Propositions.compared("The flow at the Bir Sallum gauge fell by 31 percent.", "en")));

    private final ClaimMatcher matcher = new OverlapClaimMatcher();

    @Test
    void other_words_for_the_same_are_the_same_claim() {
        assertThat(match("dockers' pay had lost 11 per cent of its worth since 2021", "en"))
                .hasValueSatisfying(m -> {
                    assertThat(m.claim()).isEqualTo(1);
                    assertThat(m.polarity()).isEqualTo(ClaimPolarity.ASSERTS);
                });
        assertThat(match("11 shells had been fired from the Karethi bank", "en"))
                .map(Match::claim)
                .hasValue(2L);
    }

    @Test
    void a_negation_denies() {
        assertThat(match("no shells were fired from the Karethi bank", "en"))
                .map(Match::polarity)
                .hasValue(ClaimPolarity.DENIES);
    }

    @Test
    void other_figures_and_other_words_are_other_claims() {
        assertThat(match("the reservoir stands at the same mark as three weeks ago", "en"))
                .isEmpty();
        assertThat(match("Bakers’ rents have gained 40% since 1998", "en")).isEmpty();
    }

    @Test
    void figures_and_names_match_across_languages() {
        assertThat(match("انخفض جريان النهر عند مقياس بئر سلوم بنسبة 31 في المئة", "ar"))
                .map(Match::claim)
                .hasValue(3L);
        assertThat(match("وصل وفد من بئر سلوم أمس", "ar"))
                .as("names alone do not say what is claimed")
                .isEmpty();
        assertThat(match("Am Pegel Bir Sallum fiel der Fluss um 31 Prozent.", "de"))
                .map(Match::claim)
                .hasValue(3L);
    }

    @Test
    void what_asserts_nothing_is_no_claim() {
        assertThat(Propositions.of("Thank you all for coming to this place today", "en"))
                .isEmpty();
        assertThat(Propositions.of("What did the minister know about the letter?", "en"))
                .isEmpty();
        assertThat(Propositions.of("to “pick up the telephone before it rings”", "en"))
                .isEmpty();
        assertThat(Propositions.of("the gauge recorded a fall of 31%,", "en"))
                .hasValueSatisfying(p -> assertThat(p.text()).isEqualTo("The gauge recorded a fall of 31%."));
    }

    private Optional<Match> match(String text, String language) {
        return matcher.match(Propositions.compared(text, language), KNOWN);
    }
}
