package org.claimwatch.ingest.poll;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.outlet.Feed;

/** Which feeds are to be asked now? Each is handed to one replica alone. */
@ApplicationScoped
class DueFeeds implements PanacheRepository<Feed> {
    /**
     * Those that have been due for longest, leased in the same statement. The state stands there in words: with a
     * parameter the partial index would serve no prepared statement. And the ids stand in an array: a join would read
     * all feeds, because the limit of a prepared statement is not known when it is planned.
     */
    static final String TAKE = """
            update feed set next_poll_at = ?, next_poll_reason = 'being asked now'
            where id = any (array(
              select id from feed
              where state <> 'RETIRED' and next_poll_at <= ?
              order by next_poll_at limit ?
              for no key update skip locked))
            returning id""";

    /** Takes part in the connection's transaction; it is the caller's to end. */
    static List<Long> take(Connection connection, Instant now, int most, Instant until) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, most);
            List<Long> due = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(rows.getLong(1));
                }
            }
            return due;
        }
    }
}
