package org.claimwatch.deploy.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.claimwatch.deploy.corpus.Rows.Table;

/** Ids for new rows, after those that are there; several threads may ask. */
final class Ids {
    private final Map<Table, AtomicLong> last = new EnumMap<>(Table.class);

    static Ids after(Connection connection) throws SQLException {
        Ids ids = new Ids();
        for (Table table : Table.values()) {
            if (table.counted()) {
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery("select coalesce(max(id), 0) from " + table.sqlName())) {
                    found.next();
                    ids.last.put(table, new AtomicLong(found.getLong(1)));
                }
            }
        }
        return ids;
    }

    long next(Table table) {
        return counter(table).incrementAndGet();
    }

    long last(Table table) {
        return counter(table).get();
    }

    /** Lets the services go on behind them: what they take from a sequence stands for the fifty ids up to it. */
    void release(Connection connection) throws SQLException {
        for (Map.Entry<Table, AtomicLong> table : last.entrySet()) {
            try (var set = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
                set.setString(1, table.getKey().sqlName() + "_seq");
                set.setLong(2, table.getValue().get() + 50);
                set.executeQuery();
            }
        }
    }

    private AtomicLong counter(Table table) {
        AtomicLong counter = last.get(table);
        if (counter == null) {
            throw new IllegalArgumentException(table + " has no ids");
        }
        return counter;
    }
}
