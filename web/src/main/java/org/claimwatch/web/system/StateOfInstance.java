package org.claimwatch.web.system;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueState;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.system.SystemPage.AnalysisLine;
import org.claimwatch.web.system.SystemPage.FailingTask;
import org.claimwatch.web.system.SystemPage.Migration;
import org.claimwatch.web.system.SystemPage.Poll;
import org.claimwatch.web.system.SystemPage.QueueLine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How deep are the queues, what fails, what was polled last, and which release runs on which tables? */
@ApplicationScoped
class StateOfInstance {
    private static final int SHOWN = 20;

    private final Rows rows;
    private final AgroalDataSource dataSource;
    private final String release;

    StateOfInstance(
            Rows rows,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.rows = rows;
        this.dataSource = dataSource;
        this.release = release;
    }

    private record MigrationRow(String version, String description, Instant ranAt) {}

    private record FailingRow(
            String task,
            String instance,
            int failures,
            @Nullable Instant lastFailure) {}

    private record PollRow(
            String outlet,
            long outletId,
            String feed,
            Instant at,
            @Nullable String problem) {}

    SystemPage now(Reader reader) {
        MigrationRow migration = rows.first(MigrationRow.class, """
                        select version, description, installed_on at time zone current_setting('TimeZone') as ran_at
                        from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1""", Map.of()).orElseThrow();
        return new SystemPage(
                release,
                new Migration(migration.version(), migration.description(), reader.when(migration.ranAt())),
                rows.number("select pg_database_size(current_database())", Map.of()),
                rows.number("select count(*) from archived_page where waiting is not null", Map.of()),
                Arrays.stream(Queue.values()).map(this::line).toList(),
                failing(reader),
                polls(reader),
                rows.list(AnalysisLine.class, """
                        select analysis_version as analysis, count(*) as versions from article_version
                        where analysis_version is not null group by 1 order by 2 desc limit :shown""", shown()));
    }

    private QueueLine line(Queue queue) {
        try {
            return new QueueLine(queue.label(), QueueState.of(queue, dataSource));
        } catch (SQLException e) {
            throw new IllegalStateException("The queue " + queue.table() + " cannot be read", e);
        }
    }

    private List<FailingTask> failing(Reader reader) {
        List<FailingTask> failing = new ArrayList<>();
        for (Queue queue : Queue.values()) {
            String sql = """
                    select task_name as task, task_instance as instance, consecutive_failures as failures, last_failure
                    from %s where consecutive_failures > 0 order by consecutive_failures desc, task_instance
                    limit :shown""".formatted(queue.table());
            for (FailingRow row : rows.list(FailingRow.class, sql, shown())) {
                failing.add(new FailingTask(
                        queue.label(),
                        row.task(),
                        row.instance(),
                        row.failures(),
                        row.lastFailure() == null ? null : reader.when(row.lastFailure())));
            }
        }
        return failing;
    }

    private List<Poll> polls(Reader reader) {
        return rows.list(PollRow.class, """
                        select o.name as outlet, o.id as outlet_id, f.url as feed, f.last_poll_at as at,
                               f.last_error as problem
                        from feed f join outlet o on o.id = f.outlet_id
                        where f.last_poll_at is not null order by f.last_poll_at desc, f.id limit :shown""", shown()).stream()
                .map(it -> new Poll(it.outlet(), it.outletId(), it.feed(), reader.when(it.at()), it.problem()))
                .toList();
    }

    private static Map<String, Integer> shown() {
        return Map.of("shown", SHOWN);
    }
}
