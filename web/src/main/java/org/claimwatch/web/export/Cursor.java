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
 * Reads the rows of a query a few hundred at a time, however many there are: an export takes as much memory for a hundred
 * thousand rows as for ten, and shows one moment's state.
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

    void each(String sql, Map<String, Object> parameters, Sink sink) throws IOException {
        var values = new ArrayList<Object>();
        Matcher names = NAMED.matcher(sql);
        String positional = names.replaceAll(name -> {
            values.add(parameters.get(name.group(1)));
            return "?";
        });
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(positional)) {
                statement.setFetchSize(AT_A_TIME);
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    statement.setObject(i + 1, value instanceof Instant at ? Timestamp.from(at) : value);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sink.row(rows);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IOException("The rows of an export could not be read to their end", e);
        }
    }
}
