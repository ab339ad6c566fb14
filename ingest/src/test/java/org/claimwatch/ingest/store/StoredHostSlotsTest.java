package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.SamplePressResource;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue before the hosts' doors, in the database and in made-up time. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class StoredHostSlotsTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(2);

    @Inject
    EntityManager entityManager;

    private final MadeUpTime time = new MadeUpTime();
    private StoredHostSlots slots;

    @BeforeEach
    void empty() {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager.createNativeQuery("delete from host_slot").executeUpdate();
            freePlaces();
        });
        time.now = START;
        slots = new StoredHostSlots(entityManager, TestFetchConfig.LOCAL, time);
    }

    @AfterEach
    void tidy() {
        QuarkusTransaction.requiringNew().run(this::freePlaces);
    }

    @Test
    void many_feeds_on_one_host_each_have_their_turn_and_look_seldom_before_it() {
        int feeds = 60;
        Duration request = Duration.ofMillis(700);
        record Task(int number, Instant at, boolean fetching) {}
        var waiting = new PriorityQueue<>(Comparator.comparing(Task::at));
        for (int i = 0; i < feeds; i++) {
            waiting.add(new Task(i, START.plusMillis(i), false));
        }
        int looks = 0;
        int done = 0;
        Instant free = START;
        while (!waiting.isEmpty()) {
            Task task = waiting.remove();
            time.now = task.at;
            if (task.fetching) {
                slots.release("one.example", GAP);
                free = time.now.plus(GAP);
                done++;
                continue;
            }
            looks++;
            Instant comeBack = slots.take("one.example", GAP);
            if (comeBack == null) {
                assertThat(time.now).as("the gap").isAfterOrEqualTo(free);
                free = Instant.MAX;
                waiting.add(new Task(task.number, time.now.plus(request), true));
            } else {
                assertThat(comeBack).isAfter(time.now);
                waiting.add(new Task(task.number, comeBack, false));
            }
        }
        Duration took = Duration.between(START, time.now);
        Duration ideal = GAP.plus(request).multipliedBy(feeds);
        System.out.printf(
                "%d feeds on one host: all done after %d s (a perfect queue: %d s), %.1f looks each%n",
                done, took.toSeconds(), ideal.toSeconds(), looks / (double) feeds);
        assertThat(done).isEqualTo(feeds);
        assertThat(took).isLessThan(ideal.multipliedBy(2));
        assertThat(looks / (double) feeds).isLessThan(4);
    }

    @Test
    void no_more_requests_at_once_than_allowed_over_all_replicas_and_a_dead_ones_places_come_back() {
        var other = new StoredHostSlots(entityManager, TestFetchConfig.LOCAL, time);
        for (int i = 0; i < TestFetchConfig.LOCAL.atOnce(); i++) {
            assertThat((i % 2 == 0 ? slots : other).take(i + ".example", GAP)).isNull();
        }
        assertThat(slots.take("one-more.example", GAP)).isAfter(START);
        assertThat(free("one-more.example")).as("its host's slot was not taken").isTrue();
        other.release("1.example", GAP);
        assertThat(slots.take("one-more.example", GAP)).isNull();
        time.now = START.plus(TestFetchConfig.LOCAL.totalTime()).plus(GAP).plusSeconds(1);
        assertThat(slots.take("after-the-crash.example", GAP)).isNull();
        assertThat(slots.take("0.example", GAP)).as("the slot too").isNull();
    }

    @Test
    void a_host_that_wants_peace_is_left_alone_by_all() {
        assertThat(slots.take("tired.example", GAP)).isNull();
        slots.release("tired.example", Duration.ofHours(1));
        assertThat(slots.take("tired.example", GAP)).isBetween(START.plusSeconds(3600), START.plusSeconds(3700));
    }

    /** The rows stay: the service that runs beside has counted them. */
    private void freePlaces() {
        entityManager
                .createNativeQuery("update fetch_place set host = null, taken_until = '-infinity'")
                .executeUpdate();
    }

    private boolean free(String host) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select 1 from host_slot where host = :host and next_free_at > :now")
                        .setParameter("host", host)
                        .setParameter("now", time.now)
                        .getResultList()
                        .equals(List.of()));
    }

    private static final class MadeUpTime extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
