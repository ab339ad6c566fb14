package org.claimwatch.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Waits USUAL = new Waits(Duration.ofMinutes(1), HOUR, Duration.ofDays(5));

    @Test
    void grow_by_half_up_to_the_longest() {
        assertThat(USUAL.after(1)).contains(Duration.ofSeconds(60));
        assertThat(USUAL.after(2)).contains(Duration.ofSeconds(90));
        assertThat(USUAL.after(3)).contains(Duration.ofSeconds(135));
        assertThat(USUAL.after(12)).contains(HOUR);
        assertThat(USUAL.after(100)).contains(HOUR);
    }

    @Test
    void go_on_for_days_and_end() {
        List<Duration> all = new ArrayList<>();
        for (Optional<Duration> wait = USUAL.after(1); wait.isPresent(); wait = USUAL.after(all.size() + 1)) {
            all.add(wait.get());
        }
        Duration together = all.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(together).isBetween(Duration.ofDays(5).minus(HOUR), Duration.ofDays(5));
        assertThat(all).hasSizeBetween(120, 135).allMatch(wait -> wait.compareTo(HOUR) <= 0);
        assertThat(USUAL.after(all.size() + 2)).isEmpty();
    }

    @Test
    void that_contradict_each_other_are_none() {
        assertThatThrownBy(() -> new Waits(HOUR, Duration.ofMinutes(1), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waits(Duration.ZERO, HOUR, HOUR)).isInstanceOf(IllegalArgumentException.class);
    }
}
