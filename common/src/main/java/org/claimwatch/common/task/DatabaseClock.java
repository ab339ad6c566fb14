package org.claimwatch.common.task;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The time of the database, which all replicas have in common: one whose own clock is wrong or jumps would otherwise take tasks
 * before their time, leave others lying for hours, and close the period of a digest over news that is still to come.
 *
 * <p>Between two looks at the database the processor's own count goes on, which no clock that is set moves.
 */
public final class DatabaseClock extends Clock {
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    /** Looks of which the one that was answered soonest is believed (Cristian 1989). */
    private static final int LOOKS = 5;

    /** What the database said when the processor had counted so far. */
    private record Seen(Instant time, long at) {
        Instant now() {
            return time.plusNanos(System.nanoTime() - at);
        }
    }

    private final DataSource dataSource;
    private final AtomicReference<@Nullable CountDownLatch> asking = new AtomicReference<>();
    private volatile @Nullable Seen seen;
    private volatile long asked;

    public DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whoever comes before the database has answered waits for it; while it cannot be reached this machine's own clock has to do. */
    @Override
    public Instant instant() {
        Seen last = seen;
        if (last == null) {
            await(look());
            last = seen;
            return last == null ? Instant.now() : last.now();
        }
        if (System.nanoTime() - asked > GOOD_FOR.toNanos()) {
            look();
        }
        return last.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a person's zone is applied where a page is rendered");
    }

    /** One at a time, on a thread of its own: a caller's transaction may have failed, or last. */
    private CountDownLatch look() {
        var mine = new CountDownLatch(1);
        CountDownLatch other = asking.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        Thread.ofVirtual().name("database-clock").start(() -> {
            try {
                askAgain();
            } finally {
                asking.set(null);
                mine.countDown();
            }
        });
        return mine;
    }

    private static void await(CountDownLatch look) {
        try {
            look.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAgain() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Seen best = null;
            long soonest = Long.MAX_VALUE;
            for (int i = 0; i < LOOKS; i++) {
                long before = System.nanoTime();
                try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                    row.next();
                    long took = System.nanoTime() - before;
                    if (took < soonest) {
                        soonest = took;
                        // Counted from before the question: what the database stamps is never still to come.
                        best = new Seen(row.getObject(1, OffsetDateTime.class).toInstant(), before);
                    }
                }
            }
            seen = best;
        } catch (SQLException e) {
            // It is away: the count goes on from what it said last, and is good for longer than any database is away.
        } finally {
            asked = System.nanoTime();
        }
    }
}
