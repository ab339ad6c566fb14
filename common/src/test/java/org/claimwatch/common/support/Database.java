package org.claimwatch.common.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What a service's test asks and tells the database in one line each, in the transaction that runs or in one of its own. */
public final class Database {
    private final DataSource dataSource;

    /** Over a service's own connections, of which a transaction has one. */
    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    public List<Long> numbers(String sql) {
        return texts(sql).stream().map(Long::valueOf).toList();
    }

    public String text(String sql) {
        return texts(sql).getFirst();
    }

    public List<String> texts(String sql) {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.strings(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + sql, e);
        }
    }

    /** A change, or a function whatever it gives back. */
    public void run(String sql) {
        try (Connection connection = dataSource.getConnection()) {
            Sql.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + sql, e);
        }
    }
}
