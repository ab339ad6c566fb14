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
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Seen seen;
    private volatile long asked;

    public DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits for the database once, at the first call; while it cannot be reached this machine's own clock has to do. */
    @Override
    public Instant instant() {
        Seen last = seen;
        if (last == null) {
            look();
            last = seen;
            return last == null ? Instant.now() : last.now();
        }
        if (System.nanoTime() - asked > GOOD_FOR.toNanos() && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-clock").start(this::askAgain);
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

    /** On a thread of its own: the caller's transaction may have failed, or last. */
    private void look() {
        if (asking.compareAndSet(false, true)) {
            Thread thread = Thread.ofVirtual().name("database-clock").start(this::askAgain);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
            asking.set(false);
        }
    }
}
