package org.claimwatch.analysis.checkworthy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureCheckWorthinessTest {
    private final CheckWorthiness checkWorthiness = new FeatureCheckWorthiness();

    @Test
    void figures_are_more_worth_checking_than_courtesies() {
        assertThat(checkWorthiness.score("Unemployment has fallen by 2 million people since 2015."))
                .isGreaterThan(0.5f);
        assertThat(checkWorthiness.score("Thank you, I love you all.")).isLessThan(0.2f);
        assertThat(checkWorthiness.score("What do you think we should do?")).isLessThan(0.2f);
        assertThat(checkWorthiness.score("")).isLessThan(0.2f);
    }
}
