package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.claimwatch.common.task.PollFeed;
import org.claimwatch.common.task.Queue;

/** Turns due feeds into {@link PollFeed} tasks: the feed's row is its own place in the queue until then. */
@ApplicationScoped
public class DuePolls {
    /** Batches in one go, so that a backlog is worked off and no replica takes all of it. */
    private static final int BATCHES = 10;

    private final DataSource dataSource;
    private final PollConfig config;
    private final Clock clock;

    DuePolls(DataSource dataSource, PollConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("enqueue-due-polls", FixedDelay.of(config.every()))
                .execute((instance, context) -> {
                    for (int batch = 0; batch < BATCHES && enqueue() == config.batch(); batch++) {}
                });
    }

    /**
     * Enqueues one batch. A feed whose poll never comes back is due again when its lease is over.
     *
     * @return how many feeds were due, {@link PollConfig#batch} at most
     */
    @Transactional
    int enqueue() {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            List<Long> due = DueFeeds.take(connection, now, config.batch(), now.plus(config.lease()));
            Set<String> waiting = waiting(connection, due);
            Queue.INGEST
                    .client(dataSource)
                    .scheduleBatch(due.stream()
                            .filter(id -> !waiting.contains(Long.toString(id)))
                            .map(id -> PollFeed.TASK
                                    .instance(Long.toString(id))
                                    .data(new PollFeed(id))
                                    .scheduledTo(now)));
            return due.size();
        } catch (SQLException e) {
            throw new IllegalStateException("the due feeds could not be taken: " + e.getMessage(), e);
        }
    }

    /** Polls that have not come back yet: their host lets them wait for longer than the lease. */
    private static Set<String> waiting(Connection connection, List<Long> due) throws SQLException {
        try (var statement = connection.prepareStatement("select task_instance from " + Queue.INGEST.table()
                + " where task_name = ? and task_instance = any (?)")) {
            statement.setString(1, PollFeed.TASK.getTaskName());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", due.stream().map(String::valueOf).toArray()));
            Set<String> waiting = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(rows.getString(1));
                }
            }
            return waiting;
        }
    }
}
