package org.claimwatch.deploy.corpus;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What each table's rows take on disk, with their indexes: the figures from which larger databases are planned. */
final class Sizes {
    private static final String TABLES = """
            select relname, greatest(reltuples, 0)::bigint, pg_table_size(oid), pg_indexes_size(oid)
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0
            order by pg_total_relation_size(oid) desc, relname""";

    private Sizes() {}

    static void print(DataSource database, PrintStream out) throws SQLException {
        out.printf("%n%-24s %12s %10s %10s %14s%n", "Table", "rows", "table MB", "indexes MB", "bytes per row");
        long all = 0;
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                long table = rows.getLong(3);
                long indexes = rows.getLong(4);
                all += table + indexes;
                out.printf(
                        "%-24s %,12d %,10d %,10d %,14d%n",
                        rows.getString(1),
                        rows.getLong(2),
                        table >> 20,
                        indexes >> 20,
                        (table + indexes) / rows.getLong(2));
            }
        }
        out.printf("%-24s %,34d MB%n", "all", all >> 20);
    }
}
