package org.claimwatch.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
    /** What takes a microsecond is kept for minutes. */
    private static final int LONG = 1_000_000_000;

    private final AtomicInteger found = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final KeptRows answers = new KeptRows(Duration.ofSeconds(60), Duration.ZERO, LONG, 10, clock);

    @Test
    void what_is_found_quickly_is_found_each_time() {
        var patient = new KeptRows(Duration.ofSeconds(60), Duration.ofHours(1), LONG, 10, clock);
        assertThat(patient.to("q", this::finding)).containsExactly(1);
        assertThat(patient.to("q", this::finding)).containsExactly(2);
    }

    @Test
    void an_answer_is_given_again_until_its_time_is_over() {
        assertThat(answers.to("q", this::finding)).containsExactly(1);
        now = now.plusSeconds(59);
        assertThat(answers.to("q", this::finding)).containsExactly(1);
        now = now.plusSeconds(1);
        assertThat(answers.to("q", this::finding)).containsExactly(2);
    }

    @Test
    void what_took_little_is_given_again_for_a_little() {
        var fair = new KeptRows(Duration.ofDays(1), Duration.ZERO, 2, 10, clock);
        assertThat(fair.to("q", this::finding)).containsExactly(1);
        assertThat(fair.to("q", this::finding)).containsExactly(1);
        now = now.plusSeconds(600);
        assertThat(fair.to("q", this::finding)).containsExactly(2);
    }

    @Test
    void each_question_has_its_own_and_forgetting_is_at_once() {
        assertThat(answers.to("q", this::finding)).containsExactly(1);
        assertThat(answers.to("r", this::finding)).containsExactly(2);
        answers.forget();
        assertThat(answers.to("q", this::finding)).containsExactly(3);
    }

    @Test
    void nobody_waits_for_another() {
        answers.to("q", this::finding);
        now = now.plusSeconds(60);
        assertThat(answers.to("q", () -> List.of(10 + ofAnother()))).containsExactly(11);
        assertThat(answers.to("q", this::finding)).containsExactly(11);
    }

    /** Asks from another thread while this one is finding: what was found before comes. */
    private Integer ofAnother() {
        return CompletableFuture.supplyAsync(() -> answers.to("q", this::finding))
                .join()
                .getFirst();
    }

    @Test
    void the_longest_unused_are_given_up() {
        answers.to("first", this::finding);
        answers.to("second", this::finding);
        answers.to("first", this::finding);
        answers.to("many", () -> IntStream.range(0, 6).boxed().toList());
        assertThat(answers.to("first", this::finding)).containsExactly(1);
        assertThat(answers.to("second", this::finding)).containsExactly(3);
    }

    @Test
    void what_fails_is_asked_again() {
        try {
            answers.to("q", () -> {
                throw new IllegalStateException("no database");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no database");
        }
        assertThat(answers.to("q", this::finding)).containsExactly(1);
    }

    private List<Integer> finding() {
        return List.of(found.incrementAndGet());
    }
}
