package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalPostgres;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.claimwatch.deploy.local.Service;
import org.claimwatch.deploy.support.PreviousRelease;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;

/** The previous release's database, with what its services wrote, migrates to today's; all is still there, and today's read it. */
class UpgradeIT {
    @Test
    void a_database_of_the_release_before_migrates_with_its_data() throws Exception {
        Folders folders = WholeStack.folders("upgraded");
        Files.createDirectories(folders.data().resolve("logs"));
        Files.createDirectories(folders.data().resolve("running"));
        folders.deleteData();
        Ports ports = Ports.free();
        try (LocalPostgres postgres = new LocalPostgres(folders, ports)) {
            postgres.start();
            PreviousRelease before = new PreviousRelease();
            before.load(postgres.owner(), postgres.superuser());
            Map<String, String> content = before.content(postgres.superuser());
            assertThat(content.get("article_version")).startsWith("40 rows");
            assertThat(content.get("statement")).doesNotStartWith("0 rows");
            assertThat(content.get("review")).doesNotStartWith("0 rows");

            postgres.migrate();

            assertThat(before.content(postgres.superuser())).isEqualTo(content);
            todaysServicesReadIt(new LocalStack(folders, ports, RunOptions.of(), System.out), postgres.superuser());
        }
    }

    /** They start on it (web without a sign-in service, which it asks for when somebody signs in), and analysis reads anew what its predecessor read; nothing is fetched, the press is gone. */
    private static void todaysServicesReadIt(LocalStack stack, DataSource database) throws Exception {
        int reviews = count(database, "select count(*) from review");
        try (Service analysis = stack.another("analysis", "analysis-upgraded", Map.of());
                Service ingest = stack.another("ingest", "ingest-upgraded", Map.of());
                Service web = stack.another("web", "web-upgraded", Map.of())) {
            analysis.start();
            ingest.start();
            web.start();
            await().atMost(Duration.ofMinutes(4)).until(() -> count(database, """
                            select count(*) from article_version where analysis_version is distinct from (
                              select name from analysis_release order by id desc limit 1)""") == 0);
        }
        assertThat(count(database, "select count(*) from statement")).isGreaterThan(100);
        assertThat(count(database, "select count(*) from statement_words")).isGreaterThan(100);
        // A review outlives the reading that it reviewed.
        assertThat(count(database, "select count(*) from review")).isEqualTo(reviews);
    }

    private static int count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
