package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Reads the rows of a table a few hundred at a time, however many there are: an export takes as much memory for a hundred
 * thousand rows as for ten. They are counted and read in one snapshot, so that the number said is the number written.
 */
@ApplicationScoped
class Cursor {
    private static final int AT_A_TIME = 500;
    private static final Pattern NAMED = Pattern.compile("(?<![:\\w]):([a-z][a-z_0-9]*)");

    private final DataSource database;

    Cursor(DataSource database) {
        this.database = database;
    }

    /** What is done with a row. */
    interface Sink {
        void row(ResultSet row) throws SQLException, IOException;
    }

    /** What is done with the number of rows, before the first. */
    interface Counted {
        void rows(long counted) throws IOException;
    }

    void each(Table table, Counted counted, Sink sink) throws IOException {
        try (Connection connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                counted.rows(count(connection, table));
                try (PreparedStatement rows = prepared(connection, table.rows(), table.parameters());
                        ResultSet found = rows.executeQuery()) {
                    while (found.next()) {
                        sink.row(found);
                    }
                }
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The rows of an export could not be read to their end", e);
        }
    }

    private static long count(Connection connection, Table table) throws SQLException {
        try (PreparedStatement counting = prepared(connection, table.counted(), table.parameters());
                ResultSet counted = counting.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        var values = new ArrayList<Object>();
        Matcher names = NAMED.matcher(sql);
        String positional = names.replaceAll(name -> {
            values.add(parameters.get(name.group(1)));
            return "?";
        });
        PreparedStatement statement = connection.prepareStatement(positional);
        statement.setFetchSize(AT_A_TIME);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant at ? Timestamp.from(at) : value);
        }
        return statement;
    }
}
