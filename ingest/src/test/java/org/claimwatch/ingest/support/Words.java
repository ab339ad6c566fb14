package org.claimwatch.ingest.support;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for a word in whatever the installation keeps: every column of every table, new ones too, and every file. */
@ApplicationScoped
public class Words {
    private final String asSuperuser;

    /** Past the services' rights: what row-level security hides is kept all the same. */
    Words(AgroalDataSource dataSource) {
        this.asSuperuser = dataSource
                .getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl()
                .replace("user=claimwatch_app", "user=postgres");
    }

    /** The columns ({@code table.column}) and files that hold the word in any case. */
    public List<String> placesOf(String word, Path folder) throws SQLException, IOException {
        List<String> places = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(asSuperuser);
                Statement statement = connection.createStatement()) {
            for (String[] column : columns(statement)) {
                if (holds(statement, column, word)) {
                    places.add(column[0] + "." + column[1]);
                }
            }
        }
        for (Path file : files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] unpacked = file.toString().endsWith(".gz")
                    ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                    : bytes;
            if ((file + new String(unpacked, StandardCharsets.UTF_8))
                    .toLowerCase(Locale.ROOT)
                    .contains(word.toLowerCase(Locale.ROOT))) {
                places.add(file.toString());
            }
        }
        return places;
    }

    private static List<String[]> columns(Statement statement) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and c.data_type not in ('bigint', 'integer', 'smallint', 'boolean', 'real', 'double precision')
                and c.data_type not like 'time%' order by 1, 2""")) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return columns;
    }

    /** Text, arrays, search vectors and JSON by what they print as; bytes by the word's own bytes. */
    private static boolean holds(Statement statement, String[] column, String word) throws SQLException {
        String condition = column[2].equals("bytea")
                ? "position(convert_to('%s', 'UTF8') in \"%s\") > 0".formatted(word, column[1])
                : "\"%s\"::text ilike '%%%s%%'".formatted(column[1], word);
        try (ResultSet rows =
                statement.executeQuery("select exists (select from \"%s\" where %s)".formatted(column[0], condition))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
