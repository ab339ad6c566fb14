package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimwatch.analysis.pipeline.SpeakerCases.Shares;
import org.junit.jupiter.api.Test;

/** Floors on invented articles of many topics: what is resolved today must still be resolved tomorrow. */
class SpeakerCasesTest {
    private static final ArticleReader READER = ArticleReader.standard();

    @Test
    void speakers_of_the_articles_that_rules_were_written_with() {
        Shares shares = SpeakerCases.read("speakers-seen.txt").measure(READER, misread -> {});
        assertThat(shares.speaker()).as(shares.toString()).isGreaterThanOrEqualTo(0.96);
        assertThat(shares.found()).as(shares.toString()).isGreaterThanOrEqualTo(139);
    }

    @Test
    void speakers_of_the_articles_that_nobody_looked_at() {
        Shares shares = SpeakerCases.read("speakers-held-out.txt").measure(READER, misread -> {});
        assertThat(shares.speaker()).as(shares.toString()).isGreaterThanOrEqualTo(0.84);
        assertThat(shares.found()).as(shares.toString()).isGreaterThanOrEqualTo(143);
    }

    @Test
    void speakers_of_agency_reports_that_rules_were_written_with() {
        Shares shares = SpeakerCases.read("agency-seen.txt").measure(READER, misread -> {});
        assertThat(shares.speaker()).as(shares.toString()).isGreaterThanOrEqualTo(0.96);
        assertThat(shares.found()).as(shares.toString()).isGreaterThanOrEqualTo(170);
        assertThat(shares.wrong()).as(shares.toString()).isZero();
    }

    @Test
    void speakers_of_agency_reports_that_nobody_looked_at() {
        Shares shares = SpeakerCases.read("agency-held-out.txt").measure(READER, misread -> {});
        assertThat(shares.speaker()).as(shares.toString()).isGreaterThanOrEqualTo(0.74);
        assertThat(shares.found()).as(shares.toString()).isGreaterThanOrEqualTo(60);
        assertThat(shares.wrong()).as(shares.toString()).isZero();
    }
}
