package org.claimwatch.web.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongConsumer;
import org.claimwatch.web.layout.Csv;
import org.jspecify.annotations.Nullable;

/** Writes a table for spreadsheets or for programs while it is read. */
@ApplicationScoped
class TableWriter {
    private final Cursor cursor;
    private final ObjectMapper json;

    TableWriter(Cursor cursor, ObjectMapper json) {
        this.cursor = cursor;
        this.json = json;
    }

    void csv(Table table, OutputStream out, LongConsumer rows) throws IOException {
        Writer writer = writer(out);
        cursor.each(
                table,
                counted -> {
                    rows.accept(counted);
                    writer.write(Csv.line(table.columns().toArray()));
                },
                row -> writer.write(Csv.line(values(row, table.columns()))));
        writer.flush();
    }

    /** An object a line, empty values left out. */
    void jsonLines(Table table, OutputStream out, LongConsumer rows) throws IOException {
        Writer writer = writer(out);
        cursor.each(table, rows::accept, row -> {
            var object = new LinkedHashMap<String, Object>();
            for (String column : table.columns()) {
                Object value = value(row, column);
                if (value != null) {
                    object.put(column, value instanceof Number || value instanceof Boolean ? value : value.toString());
                }
            }
            writer.write(json.writeValueAsString(object));
            writer.write('\n');
        });
        writer.flush();
    }

    private static @Nullable Object[] values(ResultSet row, List<String> columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, columns.get(i));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, String column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Timestamp at ? at.toInstant() : value;
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
