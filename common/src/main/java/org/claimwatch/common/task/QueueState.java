package org.claimwatch.common.task;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How a queue stands at one moment, for whoever decides on another replica.
 *
 * @param depth tasks waiting or under way, those of a later time included
 * @param due tasks that may run now, with those under way
 * @param ageSeconds how long the oldest due task has waited for a worker; 0 where none waits
 * @param failing tasks whose newest attempt failed
 */
public record QueueState(long depth, long due, double ageSeconds, long failing) {
    /** What the manifests' scalers ask, too: one replica more for so many of these. */
    public static String dueQuery(Queue queue) {
        return "select count(*) from " + queue.table() + " where picked or execution_time <= now()";
    }

    public static QueueState of(Queue queue, DataSource dataSource) throws SQLException {
        String query = """
                select count(*),
                       count(*) filter (where picked or execution_time <= now()),
                       coalesce(extract(epoch from now() - min(execution_time)
                                  filter (where not picked and execution_time <= now())), 0),
                       count(*) filter (where consecutive_failures > 0)
                from %s""".formatted(queue.table());
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return new QueueState(rows.getLong(1), rows.getLong(2), rows.getDouble(3), rows.getLong(4));
        }
    }
}
