package org.claimwatch.common.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final TestDatabase DATABASE = new TestDatabase();

    private final AtomicBoolean away = new AtomicBoolean();
    private CountDownLatch answer = new CountDownLatch(0);

    @BeforeAll
    static void a_database_whose_clock_is_six_hours_ahead() throws SQLException {
        DATABASE.start();
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema ahead");
            statement.execute("""
                    create function ahead.clock_timestamp() returns timestamptz language sql
                    as 'select pg_catalog.clock_timestamp() + interval ''6 hours'''""");
            statement.execute("grant usage on schema ahead to claimwatch_app");
            statement.execute("alter role claimwatch_app in database claimwatch set search_path = ahead, pg_catalog");
        }
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void the_time_is_that_of_the_database_whatever_this_machine_says() {
        assertThat(new DatabaseClock(database()).instant())
                .isCloseTo(Instant.now().plus(Duration.ofHours(6)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void what_the_database_stamped_is_never_still_to_come() throws SQLException {
        DatabaseClock clock = new DatabaseClock(database());
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 1000; i++) {
                Instant now = clock.instant();
                try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                    row.next();
                    Instant stamped = row.getObject(1, OffsetDateTime.class).toInstant();
                    assertThat(clock.instant()).isAfterOrEqualTo(stamped);
                    assertThat(now).isBefore(stamped.plusMillis(50));
                }
            }
        }
    }

    @Test
    void a_database_that_goes_away_leaves_its_time_behind() {
        DatabaseClock clock = new DatabaseClock(database());
        Instant before = clock.instant();
        away.set(true);
        assertThat(clock.instant()).isAfterOrEqualTo(before).isCloseTo(before, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void until_it_can_be_asked_this_machine_has_to_do() {
        away.set(true);
        DatabaseClock clock = new DatabaseClock(database());
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        away.set(false);
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(6)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void who_comes_while_the_first_is_asking_gets_no_other_time() throws Exception {
        answer = new CountDownLatch(1);
        DatabaseClock clock = new DatabaseClock(database());
        var times = new ConcurrentLinkedQueue<Instant>();
        List<Thread> callers = Stream.generate(() -> Thread.ofPlatform().start(() -> times.add(clock.instant())))
                .limit(3)
                .toList();
        // Each has asked and waits, or has had an answer that nobody gave.
        while (callers.stream().anyMatch(it -> it.isAlive() && it.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        answer.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(times)
                .hasSize(3)
                .allSatisfy(time -> assertThat(time)
                        .isCloseTo(Instant.now().plus(Duration.ofHours(6)), within(5, ChronoUnit.SECONDS)));
    }

    private DataSource database() {
        DataSource real = DATABASE.app();
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("nobody answers");
                    }
                    answer.await();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
