package org.claimwatch.deploy.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.claimwatch.deploy.local.CannotRun;
import org.claimwatch.deploy.local.Folders;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An invented corpus is what the services and the triggers would have stored, only faster. */
class BulkLoadTest {
    private static final int ARTICLES = 130;
    private static EmbeddedPostgres server;
    private static PressTemplates press;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        press = PressTemplates.of(Folders.ofProject(Path.of("..")).samplePress());
        run(server.getPostgresDatabase(), resource("/db/roles.sql"));
        run(server.getPostgresDatabase(), "create database empty owner claimwatch_owner");
        Flyway.configure()
                .dataSource(server.getDatabase("claimwatch_owner", "empty"))
                .load()
                .migrate();
        for (String name : List.of("bulk", "triggers", "again")) {
            run(server.getPostgresDatabase(), "create database " + name + " template empty owner claimwatch_owner");
        }
        bulk("bulk", options(ARTICLES));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void bulk_makes_what_triggers_make() throws SQLException, IOException {
        new BulkLoad(superuser("triggers"), nowhere())
                .loadThroughTriggers(press, options(ARTICLES), server.getDatabase("claimwatch_owner", "triggers"));
        assertThat(contents("bulk")).isEqualTo(contents("triggers"));
        assertThat(numbers("bulk", "select count(*) from statement_words").getFirst())
                .isEqualTo(numbers("bulk", "select count(*) from statement").getFirst())
                .isGreaterThan(300);
    }

    @Test
    void the_indexes_are_there_again() throws SQLException {
        String indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
        assertThat(lines("bulk", indexes)).isEqualTo(lines("empty", indexes));
    }

    @Test
    void every_span_cuts_its_words_out_of_its_text() throws SQLException {
        assertThat(lines("bulk", """
                        select s.id from statement s join article_version v on v.id = s.article_version_id
                        where s.content <> (select string_agg(substr(v.text, span_start + 1, span_end - span_start), ' … '
                                            order by span.ordinal) from statement_content_span span where statement_id = s.id)""")).isEmpty();
        assertThat(lines("bulk", """
                        select substr(v.text, cue_start + 1, cue_end - cue_start)
                        from statement s join article_version v on v.id = s.article_version_id
                        where substr(v.text, cue_start + 1, cue_end - cue_start) !~ '^\\S(.*\\S)?$'""")).isEmpty();
        assertThat(lines("bulk", """
                        select substr(v.text, span.span_start, 1) from statement s
                        join statement_content_span span on span.statement_id = s.id and span.ordinal = 0
                        join article_version v on v.id = s.article_version_id
                        where s.form = 'DIRECT' and substr(v.text, span.span_start, 1) not in ('“', '‘', '„', '«', '"')""")).isEmpty();
        assertThat(numbers("bulk", """
                        select count(*) from statement s join article_version v on v.id = s.article_version_id
                        where v.language = 'en' and s.speaker_kind = 'PERSON'
                          and substr(v.text, mention_start + 1, mention_end - mention_start)
                              like '%' || split_part(s.speaker_name, ' ', 2) || '%'""").getFirst()).isGreaterThan(80);
    }

    @Test
    void worlds_differ_in_people_numbers_and_days() throws SQLException {
        // The sample press reprints an article to the letter; nothing else is alike.
        assertThat(numbers("bulk", "select count(distinct text) from article_version")
                        .getFirst())
                .isGreaterThanOrEqualTo(ARTICLES);
        assertThat(numbers("bulk", "select count(distinct published_at::date) from article_version")
                        .getFirst())
                .isGreaterThan(20);
        assertThat(lines("bulk", "select name from actor where name like 'Magda%' or name like '%Karethi%'"))
                .isEmpty();
        assertThat(numbers("bulk", "select count(*) from article_version where published_at >= '2026-11-20'")
                        .getFirst())
                .isZero();
    }

    @Test
    void a_database_with_articles_is_refused_unless_told_so() throws SQLException {
        bulk("again", options(40));
        assertThatThrownBy(() -> bulk("again", options(40)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("--add");
        bulk("again", CorpusOptions.of(LocalDate.of(2026, 11, 20), "--articles", "40", "--add"));
        assertThat(numbers("again", "select count(*) from article").getFirst()).isEqualTo(80);
        assertThat(numbers("again", "select max(id), nextval('statement_seq') - 49 from statement"))
                .satisfies(ids -> assertThat(ids.get(1)).isGreaterThan(ids.get(0)));
    }

    @Test
    void names_are_all_different() {
        assertThat(IntStream.range(0, 70_000)
                        .mapToObj(InventedNames::number)
                        .distinct()
                        .count())
                .isEqualTo(70_000);
    }

    private static CorpusOptions options(int articles) {
        return CorpusOptions.of(LocalDate.of(2026, 11, 20), "--articles", Integer.toString(articles), "--days", "100");
    }

    private static void bulk(String database, CorpusOptions options) throws SQLException {
        new BulkLoad(superuser(database), nowhere()).load(press, options);
    }

    private static DataSource superuser(String database) {
        return server.getDatabase("postgres", database);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Every row of every table. */
    private static Map<String, List<String>> contents(String database) throws SQLException {
        var contents = new TreeMap<String, List<String>>();
        for (String table : lines(database, "select tablename from pg_tables where schemaname = 'public'")) {
            contents.put(table, lines(database, "select t::text from \"" + table + "\" t order by 1"));
        }
        return contents;
    }

    private static List<Long> numbers(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database).getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<Long> numbers = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getLong(i));
            }
            return numbers;
        }
    }

    private static List<String> lines(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database).getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(BulkLoadTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
