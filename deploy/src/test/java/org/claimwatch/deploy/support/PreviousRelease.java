package org.claimwatch.deploy.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * The tables as the release of 22 November left them, with what its own services read in the sample press, sent and was
 * reviewed: previous-release.zip holds a COPY of each of its tables.
 */
public final class PreviousRelease {
    /** Its newest migration. */
    private static final String LEVEL = "202611221003";

    private final Map<String, String> columns = new TreeMap<>();

    /** Makes its tables in an empty database and fills them. */
    public void load(DataSource owner, DataSource superuser) throws SQLException, IOException {
        Flyway.configure().dataSource(owner).target(LEVEL).load().migrate();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(
                        PreviousRelease.class.getResourceAsStream("/previous-release.zip"), "previous-release.zip"))) {
            // Tables come by name and not in the order of their references.
            statement.execute("set session_replication_role = replica");
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().endsWith(".tsv")) {
                    copy(connection, entry.getName().replace(".tsv", ""), content);
                } else {
                    setSequences(statement, new String(content, StandardCharsets.UTF_8));
                }
            }
        }
    }

    /**
     * Rows of each of its tables with a sum over their content, by those columns that it knew; an account's language is left
     * out, since nobody could choose one and a migration empties it.
     */
    public Map<String, String> content(DataSource superuser) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : columns.entrySet()) {
                try (ResultSet row = statement.executeQuery("""
                        select count(*) || ' rows, ' || coalesce(md5(string_agg(line, E'\\n' order by line)), '')
                        from (select row(%s)::text as line from %s) lines""".formatted(kept(table), table.getKey()))) {
                    row.next();
                    content.put(table.getKey(), row.getString(1));
                }
            }
        }
        return content;
    }

    private static String kept(Map.Entry<String, String> table) {
        return table.getKey().equals("account")
                ? table.getValue().replaceAll("\\blanguage,|,language\\b", "")
                : table.getValue();
    }

    private void copy(Connection connection, String table, byte[] content) throws SQLException, IOException {
        String names = new String(content, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .replace('\t', ',');
        columns.put(table, names);
        try (InputStream in = new ByteArrayInputStream(content)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin (header)".formatted(table, names), in);
        }
    }

    private static void setSequences(Statement statement, String lines) throws SQLException {
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ", -1);
            statement.execute("select setval('%s', %s)".formatted(words[0], words[1]));
        }
    }
}
