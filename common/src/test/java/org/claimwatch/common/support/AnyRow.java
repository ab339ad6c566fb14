package org.claimwatch.common.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A row for a table of which a test knows no more than its name. */
public final class AnyRow {
    private AnyRow() {}

    /** An insert with something of its type in every column that must have something. */
    public static String of(Connection connection, String table, long team) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select a.attname, format_type(a.atttypid, null) from pg_attribute a
                        where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          and a.attnotnull and not a.atthasdef or a.attrelid = '%s'::regclass and a.attname = 'team_id'
                        """.formatted(table, table))) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        columns.stream().map(column -> column[0]).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column ->
                                        column[0].equals("team_id") ? Long.toString(team) : something(column[1], team))
                                .collect(Collectors.joining(", ")));
    }

    private static String something(String type, long team) {
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type) {
            case "text", "character varying" -> "'of-%d'".formatted(team);
            case "bigint", "integer", "smallint", "real", "double precision", "numeric" -> Long.toString(team);
            case "boolean" -> "false";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x%d'".formatted(team);
            case "date" -> "current_date";
            case "time without time zone" -> "'07:00'";
            case "interval" -> "interval '1 day'";
            case "uuid" -> "gen_random_uuid()";
            default -> "now()";
        };
    }
}
