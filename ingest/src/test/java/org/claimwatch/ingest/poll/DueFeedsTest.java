package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimwatch.common.support.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NullUnmarked // JUnit fills the field
class DueFeedsTest {
    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void fill() throws Exception {
        DATABASE.start();
        ScheduleBench.fill(DATABASE, 100_000);
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void a_hundred_thousand_feeds_are_not_searched_for_the_due_ones() throws Exception {
        assertThat(String.join("\n", ScheduleBench.plan(DATABASE)))
                .contains("Index Scan using feed_due on feed")
                .contains("feed_pkey")
                .doesNotContain("Seq Scan on feed")
                .doesNotContain("Sort");
    }

    @Test
    void two_replicas_take_different_feeds_and_none_twice() throws Exception {
        assertThat(ScheduleBench.enqueued(DATABASE, 3)).hasSize(2 * 3 * ScheduleBench.BATCH);
    }
}
