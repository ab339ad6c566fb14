package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Karethi voter roll contains 84,000 duplicate entries. | The Karethi voter roll contains about 61,000 duplicate entries.
            Some 3,100 port workers walked out at Sable Harbour. | Fewer than 1,200 port workers walked out at Sable Harbour.
            Nine people died in the Vessen flood. | Fourteen people died in the Vessen flood.
            """)
    void what_differs_in_one_figure_of_one_unit_excludes_each_other(String one, String other) {
        assertThat(exclude(one, other)).isTrue();
        assertThat(exclude(other, one)).isTrue();
        assertThat(new OverlapClaimMatcher()
                        .match(
                                Propositions.compared(other, "en"),
                                List.of(new Known(1, Propositions.compared(one, "en")))))
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            At least three children were admitted in Madrun. | Four children were admitted in Madrun.
            About 60,000 duplicate entries are on the roll. | The roll has 61,000 duplicate entries.
            Nine people died in the Vessen flood. | Nine people died in the Orrin flood.
            Nine people died in the Vessen flood. | Fourteen people died in the Orrin flood.
            Nine people died in the Vessen flood. | Fourteen houses fell in the Vessen flood.
            The bank raised its key rate by half a point in 2024. | The bank raised its key rate by half a point in 2025.
            The ministry has 12 inspectors in the north. | The ministry has not got 14 inspectors in the north.
            """)
    void what_may_both_be_true_does_not(String one, String other) {
        assertThat(exclude(one, other)).isFalse();
        assertThat(exclude(other, one)).isFalse();
    }

    @Test
    void without_figures_there_is_nothing_to_exclude() {
        assertThat(exclude("The dam holds.", "The dam holds.")).isFalse();
    }

    private static boolean exclude(String one, String other) {
        return Figures.exclude(Propositions.compared(one, "en"), Propositions.compared(other, "en"));
    }
}
