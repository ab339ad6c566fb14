package org.claimwatch.web.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsBen;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a hundred thousand rows as a browser gets them: whole, or broken off for all to see; not too many at one time. */
@QuarkusTest
@AsBen
@TestProfile(DownloadsTest.DatabaseOfItsOwn.class)
class DownloadsTest {
    private static final int ROWS = 100_000;
    private static final long FEW_MEGABYTES = 32L << 20;
    private static final int PER_PERSON = 2;
    private static boolean filled;

    /** Profiles start everything anew: nobody else meets these rows. */
    public static class DatabaseOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("claimwatch.download.per-person", Integer.toString(PER_PERSON), "test.empty", "true");
        }
    }

    /** Once, at the first test. */
    private static void fill() throws SQLException, IOException {
        if (filled) {
            return;
        }
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                InputStream sql = DownloadsTest.class.getResourceAsStream("many-statements.sql")) {
            statement.execute("set claimwatch.rows = " + ROWS);
            statement.execute("set session_replication_role = replica");
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        filled = true;
    }

    @ParameterizedTest
    @CsvSource({
        "/search?period=all,/statements.csv?period=all,1",
        "/search?period=all,/statements.jsonl?period=all,0",
        "/search?period=all&as=articles,/articles.csv?period=all,1",
        "/search?period=all&as=claims,/claims.csv?period=all,1",
        "/search?period=all&as=claims,/claims.jsonl?period=all,0",
        "/search?period=all&q=stance:against,/statements.csv?period=all&q=stance:against,1"
    })
    void has_as_many_rows_as_the_page_and_its_own_header_say_and_takes_little_memory(
            String page, String file, int headings) throws Exception {
        fill();
        long shown = shown(page);
        var before = alive();
        HttpResponse<InputStream> answer = get(file);
        var read = new Measured(before);
        answer.body().transferTo(read);
        assertThat(shown).isGreaterThan(1000);
        assertThat(read.lines - headings).isEqualTo(shown);
        assertThat(answer.headers().firstValueAsLong("Claimwatch-Rows")).hasValue(shown);
        assertThat(read.held).as("of %d bytes", read.bytes).isLessThan(FEW_MEGABYTES);
    }

    @Test
    void a_query_exports_what_it_counts() throws Exception {
        fill();
        String query = "stance:against form:direct country:GB speaker:=\"Speaker 7\" OR stance:favor lang:en";
        long counted = number("""
                select count(*) from statement s join article_version v on v.id = s.article_version_id
                join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
                where (s.form = 'DIRECT' and o.country = 'GB' and s.speaker_name = 'Speaker 7'
                       and exists (select from stance where statement_id = s.id and polarity = 'AGAINST'))
                   or (v.language = 'en'
                       and exists (select from stance where statement_id = s.id and polarity = 'FAVOR'))""");
        assertThat(counted).isGreaterThan(1000);
        holds(counted, "/statements.csv?period=all&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** Of all time, which is kept counted, and of a part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"worth", "recent", "outlets"})
    void claims_are_exported_one_by_one_as_many_as_there_are(String order) throws Exception {
        fill();
        long all = number("select count(distinct claim_id) from told_statement");
        long part =
                number("select count(distinct claim_id) from told_statement where told_at < '2025-01-03T00:00:00Z'");
        assertThat(part).isBetween(900L, all - 1);
        holds(all, "/claims.csv?period=all&order=" + order);
        holds(part, "/claims.csv?period=own&from=2024-12-31&to=2025-01-02&order=" + order);
    }

    private static void holds(long rows, String file) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(file);
        var read = new Counted();
        answer.body().transferTo(read);
        assertThat(read.lines - 1).as(file).isEqualTo(rows);
        assertThat(answer.headers().firstValueAsLong("Claimwatch-Rows"))
                .as(file)
                .hasValue(rows);
    }

    @Test
    void the_export_for_networks_has_a_row_for_each_statement_that_makes_a_claim() throws Exception {
        fill();
        var read = new Measured(alive());
        HttpResponse<InputStream> answer = get("/statements.dna.csv?period=all");
        answer.body().transferTo(read);
        long sure = number("select count(*) from told_statement where sure and claim_id is not null");
        assertThat(sure).isGreaterThan(20_000);
        assertThat(read.lines - 1).isEqualTo(sure);
        assertThat(answer.headers().firstValueAsLong("Claimwatch-Rows")).hasValue(sure);
        assertThat(read.held).isLessThan(FEW_MEGABYTES);
    }

    @RepeatedTest(8)
    void what_cannot_be_read_to_its_end_is_broken_off(RepetitionInfo turn) throws Exception {
        fill();
        long against = number("select count(distinct statement_id) from stance where polarity = 'AGAINST'");
        long before = number("select extract(epoch from clock_timestamp()) * 1000000");
        HttpResponse<InputStream> answer = get("/statements.csv?period=all");
        assertThat(answer.statusCode()).isEqualTo(200);
        InputStream body = answer.body();
        assertThat(body.readNBytes(1000)).hasSize(1000);
        // Once the buffers between here and there are full, the session that reads rows waits for whoever takes them,
        // and holds its snapshot all the while, as no other that waits does.
        await().until(() -> number("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where usename = 'claimwatch_app' and state = 'idle in transaction'
                          and backend_xmin is not null and extract(epoch from xact_start) * 1000000 > %d
                        """.formatted(before)) > 0);
        var read = new Counted();
        assertThatThrownBy(() -> body.transferTo(read)).isInstanceOf(IOException.class);
        assertThat(read.lines).isLessThan(ROWS);
        // Afterwards another is whole again, and so is the same one.
        assertThat(against).isGreaterThan(10_000);
        if (turn.getCurrentRepetition() == turn.getTotalRepetitions()) {
            holds(against, "/statements.csv?period=all&q=stance:against");
            holds(ROWS, "/statements.csv?period=all");
        }
    }

    @Test
    void more_at_one_time_are_told_to_wait() throws Exception {
        fill();
        InputStream[] open = new InputStream[PER_PERSON];
        for (int i = 0; i < PER_PERSON; i++) {
            HttpResponse<InputStream> answer = get("/statements.csv?period=all");
            assertThat(answer.statusCode()).isEqualTo(200);
            open[i] = answer.body();
            open[i].readNBytes(100);
        }
        given().get("/statements.jsonl?period=all").then().statusCode(503).header("Retry-After", "30");
        assertThat(given().get("/claims.csv?period=all").asString()).contains("2 files for you");
        assertThat(given().get("/search?period=all").statusCode()).isEqualTo(200);
        for (InputStream each : open) {
            each.close();
        }
        await().untilAsserted(() ->
                assertThat(given().get("/claims.csv?period=all").statusCode()).isEqualTo(200));
    }

    private static HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static long shown(String page) {
        Matcher total = Pattern.compile("<p class=\"totals\"><b>([0-9,]+)</b>")
                .matcher(given().get(page).asString());
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1).replace(",", ""));
    }

    private static Connection superuser() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url.replace("user=claimwatch_app", "user=postgres"));
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static long alive() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Counts bytes and lines. */
    private static class Counted extends OutputStream {
        long bytes;
        long lines;

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
        }
    }

    /** And, each few megabytes, what is alive on the heap that client and server share here. */
    private static final class Measured extends Counted {
        private static final long EACH = 6L << 20;

        private final long before;
        private long held;
        private long next = EACH;

        Measured(long before) {
            this.before = before;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            super.write(b, off, len);
            if (bytes > next) {
                next += EACH;
                held = Math.max(held, alive() - before);
            }
        }
    }
}
