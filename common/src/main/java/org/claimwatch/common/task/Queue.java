package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * A module's background work: one table in PostgreSQL for the module that does it.
 *
 * <p>A task enqueued through {@link #client} on a connection that takes part in a transaction exists if and only if
 * that transaction commits. Tasks run at least once; each is written so that running it again changes nothing.
 */
public enum Queue {
    INGEST("ingest_task"),
    ANALYSIS("analysis_task"),
    WEB("web_task");

    /** How long a dead worker's task waits before another takes it: six missed heartbeats. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /**
     * How long a worker that is asked to stop waits for its tasks: longer than the longest of them, whose transaction
     * ends after 120 s. What is interrupted all the same comes back on another replica.
     */
    public static final Duration LONGEST_TASK = Duration.ofSeconds(130);

    /**
     * The library's usual way is one UPDATE whose subquery says LIMIT. PostgreSQL may run that subquery anew for each row of
     * the table, and then a replica takes every task that is due, however few threads it has.
     */
    private static final JdbcCustomization ONE_SELECT_THEN_UPDATE = new PostgreSqlJdbcCustomization(true, false);

    private final String table;

    Queue(String table) {
        this.table = table;
    }

    public String table() {
        return table;
    }

    /** The module's name, as metrics and traces tell the queues apart. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Enqueues for the module that owns this queue, from any module. */
    public SchedulerClient client(DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource)
                .serializer(new TracedSerializer())
                .tableName(table)
                .enablePriority()
                .build();
    }

    /**
     * A worker of this queue, for the owning module to add its recurring tasks and listeners to, and to start.
     *
     * @param threads how many tasks may run at once on this replica, each on a virtual thread
     */
    public SchedulerBuilder worker(DataSource dataSource, List<Task<?>> tasks, int threads) {
        TracedSerializer serializer = new TracedSerializer();
        return new SchedulerBuilder(dataSource, tasks)
                .serializer(serializer)
                .clock(new DatabaseClock(dataSource)::instant)
                // It says why a task failed, in the task's trace.
                .addExecutionInterceptor(new TaskObservation(this, serializer))
                .failureLogging(LogLevel.OFF, false)
                .tableName(table)
                .enablePriority()
                .jdbcCustomization(ONE_SELECT_THEN_UPDATE)
                .threads(threads)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_TASK);
    }
}
