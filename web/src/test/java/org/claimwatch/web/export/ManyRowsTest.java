package org.claimwatch.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred thousand rows take no more memory than a few: they are written while they are read. */
class ManyRowsTest {
    private static final int ROWS = 100_000;
    private static final long FEW_MEGABYTES = 24L << 20;
    private static final TestDatabase DATABASE = new TestDatabase();

    private final TableWriter files = new TableWriter(new Cursor(DATABASE.app()), new ObjectMapper());

    @BeforeAll
    static void fill() throws SQLException, IOException {
        DATABASE.start();
        try (Connection connection = DATABASE.superuser().getConnection();
                Statement statement = connection.createStatement();
                InputStream sql = ManyRowsTest.class.getResourceAsStream("many-statements.sql")) {
            statement.execute("set claimwatch.rows = " + ROWS);
            statement.execute("set session_replication_role = replica");
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void csv_and_json_lines_hold_every_row_and_little_memory() throws IOException {
        var csv = new Measured();
        files.csv(StatementRows.of(Condition.ALL), csv, csv::told);
        assertThat(csv.lines).isEqualTo(ROWS + 1L).isEqualTo(csv.said + 1);
        var json = new Measured();
        files.jsonLines(StatementRows.of(Condition.ALL), json, json::told);
        assertThat(json.lines).isEqualTo(ROWS).isEqualTo(json.said);
        assertThat(csv.bytes).isGreaterThan(20L << 20);
        assertThat(Math.max(csv.held, json.held))
                .as("live heap beyond what there was before, in bytes, of %d bytes written", csv.bytes)
                .isLessThan(FEW_MEGABYTES);
    }

    @Test
    void a_query_exports_what_it_counts() throws IOException, SQLException {
        Condition condition = Query.of(
                        "stance:against form:direct country:GB speaker:=\"Speaker 7\" OR stance:favor lang:en")
                .condition();
        long counted = 0;
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select count(*) from statement s join article_version v on v.id = s.article_version_id
                        join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
                        where (s.form = 'DIRECT' and o.country = 'GB' and s.speaker_name = 'Speaker 7'
                               and exists (select from stance where statement_id = s.id and polarity = 'AGAINST'))
                           or (v.language = 'en'
                               and exists (select from stance where statement_id = s.id and polarity = 'FAVOR'))""")) {
            found.next();
            counted = found.getLong(1);
        }
        var csv = new Measured();
        files.csv(StatementRows.of(condition), csv, csv::told);
        assertThat(counted).isGreaterThan(1000);
        assertThat(csv.lines).isEqualTo(counted + 1).isEqualTo(csv.said + 1);
    }

    /** Of all time, which is kept counted, and of a part of it. */
    @Test
    void claims_are_exported_one_by_one_as_many_as_there_are() throws IOException, SQLException {
        for (String to : List.of("2035-01-01T00:00:00Z", "2025-03-01T00:00:00Z")) {
            long counted;
            try (Connection connection = DATABASE.app().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select count(distinct claim_id) from told_statement where told_at < '%s'".formatted(to))) {
                found.next();
                counted = found.getLong(1);
            }
            for (String order : List.of("worth", "recent", "outlets")) {
                var csv = new Measured();
                files.csv(
                        ClaimRows.of(ClaimsAsked.of(
                                Address.of("/claims").with("order", order),
                                Condition.ALL,
                                Instant.EPOCH,
                                Instant.parse(to))),
                        csv,
                        csv::told);
                assertThat(csv.lines)
                        .as(order)
                        .isEqualTo(counted + 1)
                        .isEqualTo(csv.said + 1)
                        .isGreaterThan(1000);
            }
        }
    }

    /** Counts lines and, each few megabytes, what is alive on the heap. */
    private static final class Measured extends OutputStream {
        private static final long EACH = 4L << 20;

        private final long before = alive();
        private long bytes;
        private long lines;
        private long said;
        private long held;
        private long next = EACH;

        void told(long rows) {
            said = rows;
        }

        @Override
        public void write(int b) {
            bytes++;
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            for (int i = off; i < off + len; i++) {
                write(b[i]);
            }
            if (bytes > next) {
                next += EACH;
                held = Math.max(held, alive() - before);
            }
        }

        private static long alive() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
