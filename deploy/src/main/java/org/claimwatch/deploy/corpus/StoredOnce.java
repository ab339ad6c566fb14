package org.claimwatch.deploy.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.claimwatch.deploy.corpus.Rows.Table;

/** The outlets and actors that are in the database or on their way into it. */
final class StoredOnce implements Known {
    private final Map<String, Long> outlets = new ConcurrentHashMap<>();
    private final Map<String, Long> actors = new ConcurrentHashMap<>();
    private final Ids ids;

    private StoredOnce(Ids ids) {
        this.ids = ids;
    }

    static StoredOnce in(Connection connection, Ids ids) throws SQLException {
        StoredOnce stored = new StoredOnce(ids);
        read(connection, "select home_url, id from outlet", stored.outlets);
        read(connection, "select kind || ' ' || name, id from actor", stored.actors);
        return stored;
    }

    @Override
    public long outlet(String homeUrl, LongConsumer added) {
        return outlets.computeIfAbsent(homeUrl, _ -> next(Table.OUTLET, added));
    }

    @Override
    public long actor(String name, String kind, LongConsumer added) {
        return actors.computeIfAbsent(kind + " " + name, _ -> next(Table.ACTOR, added));
    }

    private long next(Table table, LongConsumer added) {
        long id = ids.next(table);
        added.accept(id);
        return id;
    }

    private static void read(Connection connection, String sql, Map<String, Long> into) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                into.put(rows.getString(1), rows.getLong(2));
            }
        }
    }
}
