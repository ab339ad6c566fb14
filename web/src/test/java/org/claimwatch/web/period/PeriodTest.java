package org.claimwatch.web.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.claimwatch.web.period.Period.Length;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant OLD = Instant.parse("2025-09-17T17:00:00Z");

    @Test
    void ends_now_while_there_is_news() {
        var period = Period.back(Length.WEEK, NOW, NOW.minusSeconds(60), ZoneOffset.UTC);
        assertThat(period.from()).isEqualTo("2026-11-15T12:00:00Z");
        assertThat(period.to()).isEqualTo(NOW);
        assertThat(period.sentence()).isEqualTo("the last 7 days");
    }

    @Test
    void is_counted_back_from_the_newest_news_when_that_is_old() {
        var period = Period.back(Length.WEEK, NOW, OLD, ZoneOffset.UTC);
        assertThat(period.from()).isEqualTo("2025-09-11T00:00:00Z");
        assertThat(period.to()).isEqualTo("2025-09-18T00:00:00Z");
        assertThat(period.sentence()).isEqualTo("7 days to 17 Sep 2025, the newest news held");
    }

    @Test
    void goes_by_the_days_of_the_persons_zone() {
        var period = Period.back(Length.DAY, NOW, OLD, ZoneId.of("Pacific/Auckland"));
        assertThat(period.from()).isEqualTo("2025-09-17T12:00:00Z");
        assertThat(period.sentence()).isEqualTo("24 hours to 18 Sep 2025, the newest news held");
    }

    @Test
    void without_any_news_ends_now() {
        assertThat(Period.back(Length.MONTH, NOW, null, ZoneOffset.UTC).to()).isEqualTo(NOW);
    }

    @Test
    void an_own_range_takes_both_its_days_whole() {
        var period =
                Period.days(LocalDate.parse("2025-10-26"), LocalDate.parse("2025-10-26"), ZoneId.of("Europe/Berlin"));
        assertThat(period.from()).isEqualTo("2025-10-25T22:00:00Z");
        assertThat(period.to()).as("a day of 25 hours").isEqualTo("2025-10-26T23:00:00Z");
        assertThat(period.sentence()).isEqualTo("26 Oct 2025 to 26 Oct 2025");
    }
}
