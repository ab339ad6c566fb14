package org.claimwatch.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void hold_over_midnight() {
        assertThat(night.release(at("2026-07-01T19:59:59Z"))).isEqualTo("2026-07-01T19:59:59Z");
        assertThat(night.release(at("2026-07-01T20:00:00Z"))).isEqualTo("2026-07-02T05:00:00Z");
        assertThat(night.release(at("2026-07-02T04:59:59Z"))).isEqualTo("2026-07-02T05:00:00Z");
        assertThat(night.release(at("2026-07-02T05:00:00Z"))).isEqualTo("2026-07-02T05:00:00Z");
    }

    @Test
    void hold_within_a_day() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN);
        assertThat(lunch.release(at("2026-07-01T10:30:00Z"))).isEqualTo("2026-07-01T11:00:00Z");
        assertThat(lunch.release(at("2026-07-01T09:30:00Z"))).isEqualTo("2026-07-01T09:30:00Z");
    }

    @Test
    void end_by_the_clocks_on_the_wall_when_these_change() {
        assertThat(night.release(at("2026-03-28T23:00:00Z"))).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(night.release(at("2026-10-24T23:00:00Z"))).isEqualTo("2026-10-25T06:00:00Z");
        // The hour that they leave out, and the one that they have twice.
        var early = new QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 30), BERLIN);
        assertThat(early.release(at("2026-03-29T00:15:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(early.release(at("2026-10-25T01:15:00Z"))).isEqualTo("2026-10-25T01:15:00Z");
    }

    @Test
    void without_length_hold_nothing() {
        var none = new QuietHours(LocalTime.of(7, 0), LocalTime.of(7, 0), BERLIN);
        assertThat(none.release(at("2026-07-01T05:00:00Z"))).isEqualTo("2026-07-01T05:00:00Z");
    }
}
