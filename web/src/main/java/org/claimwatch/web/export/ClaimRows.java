package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;
import org.jspecify.annotations.Nullable;

/** One row for each claim of a list, with its counts, written while it is read. */
@ApplicationScoped
class ClaimRows {
    private static final List<String> COLUMNS = List.of(
            "claim",
            "text",
            "language",
            "check_worthy",
            "asserts",
            "denies",
            "outlets",
            "origins",
            "doubtful",
            "doubtful_outlets",
            "first_seen",
            "last_seen",
            "first_outlet");

    private final Cursor cursor;

    ClaimRows(Cursor cursor) {
        this.cursor = cursor;
    }

    StreamingOutput csv(ClaimsAsked asked) {
        Condition every = Claims.every(asked);
        return out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(Csv.line(COLUMNS.toArray()));
            cursor.each(every.sql(), every.parameters(), row -> writer.write(Csv.line(values(row))));
            writer.flush();
        };
    }

    private static @Nullable Object[] values(ResultSet row) throws SQLException {
        return new @Nullable Object[] {
            row.getLong("id"),
            row.getString("text"),
            row.getString("language"),
            row.getFloat("check_worthy"),
            row.getLong("asserts"),
            row.getLong("denies"),
            row.getLong("outlets"),
            row.getLong("origins"),
            row.getLong("doubtful"),
            row.getLong("doubtful_outlets"),
            row.getTimestamp("first_seen").toInstant(),
            row.getTimestamp("last_seen").toInstant(),
            row.getString("first_outlet")
        };
    }
}
