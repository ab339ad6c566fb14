package org.claimwatch.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2025-09-17T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-09-17T11:59:40Z, just now",
        "2025-09-17T11:18:00Z, 42 min ago",
        "2025-09-17T01:00:00Z, 11 h ago",
        "2025-09-16T12:00:00Z, 16 Sep 2025",
        "2025-09-15T23:30:00Z, 16 Sep 2025",
        "2025-09-17T12:30:00Z, in 30 min"
    })
    void is_relative_for_a_day_and_then_a_date_in_the_persons_zone(Instant moment, String shown) {
        assertThat(When.of(moment, NOW, BERLIN).shown()).isEqualTo(shown);
    }

    @Test
    void a_date_without_a_time_stays_that_date_everywhere() {
        assertThat(When.day(Instant.parse("2025-09-13T00:00:00Z")))
                .isEqualTo(new When("2025-09-13", "13 Sep 2025", "13 Sep 2025, no time given"));
    }

    @Test
    void keeps_the_exact_time_at_hand() {
        assertThat(When.of(Instant.parse("2025-09-15T23:30:00.5Z"), NOW, BERLIN))
                .isEqualTo(new When("2025-09-15T23:30:00Z", "16 Sep 2025", "16 Sep 2025, 01:30 CEST"));
    }
}
