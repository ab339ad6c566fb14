package org.claimwatch.web.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.claimwatch.web.volume.Spike.Sensitivity;
import org.junit.jupiter.api.Test;

class SpikeTest {
    @Test
    void the_tail_is_that_of_the_distribution() {
        // A negative binomial of size 5, mean 5; and, nearly without overdispersion, a Poisson of mean 5.
        assertThat(Spike.atLeast(10, 5, 10)).isCloseTo(0.0898, within(0.0005));
        assertThat(Spike.atLeast(10, 5, 5.0001)).isCloseTo(0.0318, within(0.0005));
        assertThat(Spike.atLeast(0, 5, 10)).isEqualTo(1);
        assertThat(Spike.atLeast(5000, 5000, 5500)).isCloseTo(0.5, within(0.01));
        assertThat(Spike.atLeast(9000, 5000, 5500)).isLessThan(1e-9);
    }

    @Test
    void ten_times_the_usual_is_a_spike_and_the_usual_is_none() {
        List<Long> usual = List.of(3L, 2L, 4L, 3L, 3L, 2L, 5L, 3L, 2L, 3L, 4L, 3L, 3L, 2L);
        assertThat(Spike.in(30, usual, Sensitivity.LOW)).isPresent();
        assertThat(Spike.in(5, usual, Sensitivity.HIGH)).isEmpty();
        assertThat(Spike.in(30, usual, Sensitivity.MEDIUM).orElseThrow().inWords())
                .startsWith("30 statements in 24 hours; in the 14 days before it were 3.0 a day");
    }

    @Test
    void nothing_is_said_where_nothing_is_usual_or_hardly_anything_came() {
        assertThat(Spike.in(100, Collections.nCopies(14, 0L), Sensitivity.HIGH)).isEmpty();
        List<Long> quiet = List.of(0L, 0L, 1L, 0L, 0L, 0L, 1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L);
        assertThat(Spike.in(4, quiet, Sensitivity.HIGH)).isEmpty();
        assertThat(Spike.in(9, quiet, Sensitivity.HIGH)).isPresent();
    }

    @Test
    void a_sensitivity_that_takes_less_never_misses_what_one_that_takes_more_finds() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            List<Long> before = poisson(random, 4, 14);
            long count = random.nextInt(30);
            if (Spike.in(count, before, Sensitivity.LOW).isPresent()) {
                assertThat(Spike.in(count, before, Sensitivity.MEDIUM)).isPresent();
            }
            if (Spike.in(count, before, Sensitivity.MEDIUM).isPresent()) {
                assertThat(Spike.in(count, before, Sensitivity.HIGH)).isPresent();
            }
        }
    }

    @Test
    void where_nothing_happens_false_alarms_are_about_as_rare_as_promised() {
        var random = new Random(5);
        for (double mean : new double[] {3, 10, 40}) {
            int runs = 40_000;
            int alarms = 0;
            for (int i = 0; i < runs; i++) {
                List<Long> counts = poisson(random, mean, 15);
                if (Spike.in(counts.getLast(), counts.subList(0, 14), Sensitivity.HIGH)
                        .isPresent()) {
                    alarms++;
                }
            }
            assertThat(alarms / (double) runs).as("mean %s", mean).isLessThan(2 * Sensitivity.HIGH.chance);
        }
    }

    private static List<Long> poisson(Random random, double mean, int periods) {
        return LongStream.range(0, periods)
                .map(i -> {
                    double limit = Math.exp(-mean);
                    double product = random.nextDouble();
                    long count = 0;
                    while (product > limit) {
                        product *= random.nextDouble();
                        count++;
                    }
                    return count;
                })
                .boxed()
                .toList();
    }
}
