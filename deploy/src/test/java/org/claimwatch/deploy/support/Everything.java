package org.claimwatch.deploy.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.deploy.local.LocalStack;

/** The database of a stack as its superuser sees it, whom row-level security does not hold: for tests only. */
public final class Everything {
    private final LocalStack stack;

    public Everything(LocalStack stack) {
        this.stack = stack;
    }

    private Connection connection() throws SQLException {
        return stack.superuser().getConnection();
    }

    /** The first column of each row. */
    public List<String> lines(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public int count(String sql) {
        return Integer.parseInt(lines(sql).getFirst());
    }

    public void run(String... commands) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public FinalState finalState() {
        try (Connection connection = connection()) {
            return FinalState.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
