package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.claimwatch.ingest.store.ArticleFetching.PageNotHadException;
import org.junit.jupiter.api.Test;

class ArticleFetchingTest {
    @Test
    void a_page_that_cannot_be_had_is_asked_for_over_a_day_and_a_fault_of_ours_is_no_reason_to_wait() {
        var notHad = new PageNotHadException("o.example answered 500");
        assertThat(ArticleFetching.pause(notHad, 0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(IntStream.range(0, 7)
                        .mapToObj(failures -> ArticleFetching.pause(notHad, failures))
                        .reduce(Duration.ZERO, Duration::plus))
                .as("the first seven pauses")
                .isBetween(Duration.ofHours(20), Duration.ofHours(28));
        var ours = new IllegalStateException("no connection to the database");
        assertThat(ArticleFetching.pause(ours, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ArticleFetching.pause(null, 100)).isLessThan(Duration.ofMinutes(15));
    }
}
