package org.claimwatch.ingest.archive;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.SamplePressResource;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind a version is kept, and an archive that is away loses nothing. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class KeptPagesTest {
    private static final Path FOLDER = Path.of("target/archive");
    private static final String ARABIC = "صدى المصب";

    @Inject
    Library library;

    @Inject
    ArchiveTending tending;

    @Inject
    Session session;

    @BeforeEach
    @AfterEach
    void empty() throws IOException {
        library.clear();
        makeRoom();
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from archive_removal")
                        .executeUpdate());
    }

    @Test
    void the_page_is_there_before_its_version_and_comes_back_as_it_was() throws IOException {
        long version = library.version("https://outlet.example/a", "First.", "<p>First.</p>");
        Response page = given().get("/archive/" + version);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("X-Archived-Content-Type")).isEqualTo("text/html");
        assertThat(page.contentType()).isEqualTo("application/octet-stream");
        assertThat(page.asString()).isEqualTo("<p>First.</p>");
        byte[] warc = given().get("/archive/" + version + "/warc").asByteArray();
        assertThat(Warc.payload(warc, 1)).isEqualTo("<p>First.</p>".getBytes(UTF_8));
        assertThat(files()).hasSize(1);
        assertThat(given().head("/archive/" + version).statusCode()).isEqualTo(200);
    }

    @Test
    void a_text_comes_as_utf_8_whatever_it_was() {
        long version = library.version(
                "https://outlet.example/a",
                ARABIC,
                "text/html; charset=windows-1256",
                ("<p>" + ARABIC).getBytes(Charset.forName("windows-1256")));
        assertThat(new String(given().get("/archive/" + version).asByteArray(), UTF_8))
                .isEqualTo("<p>" + ARABIC);
    }

    @Test
    void a_version_that_is_not_stored_leaves_no_page() throws IOException {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    library.version("https://outlet.example/a", "First.", "<p>First.</p>");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        tending.tend();
        assertThat(files()).as("whoever wrote it may still be at work").hasSize(1);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("update archive_removal set since = now()")
                        .executeUpdate());
        tending.tend();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_full_disk_loses_no_article_and_the_page_follows_when_there_is_room() throws IOException {
        takeRoom();
        long version = library.version("https://outlet.example/a", "First.", "<p>First.</p>");
        assertThat(error(version)).isNotEmpty();
        assertThat(given().get("/archive/" + version).asString())
                .as("served from the database meanwhile")
                .isEqualTo("<p>First.</p>");
        tending.tend();
        assertThat(error(version)).isNotEmpty();
        makeRoom();
        tending.tend();
        assertThat(error(version)).isNull();
        assertThat(files()).hasSize(1);
        assertThat(given().get("/archive/" + version).asString()).isEqualTo("<p>First.</p>");
    }

    @Test
    void what_is_missing_changed_or_away_is_told_apart() throws IOException {
        long without = library.version("https://outlet.example/b", "Second.", null);
        assertThat(given().get("/archive/" + without).statusCode()).isEqualTo(404);
        assertThat(given().get("/archive/999999999").statusCode()).isEqualTo(404);
        long version = library.version("https://outlet.example/a", "First.", "<p>First.</p>");
        Path file = files().getFirst();
        byte[] archived = Files.readAllBytes(file);
        Files.write(file, forged());
        assertThat(given().get("/archive/" + version).statusCode()).isEqualTo(409);
        Files.write(file, java.util.Arrays.copyOf(archived, archived.length / 2));
        assertThat(given().get("/archive/" + version).statusCode()).isEqualTo(409);
        Files.delete(file);
        assertThat(given().get("/archive/" + version).statusCode()).isEqualTo(410);
        makeRoom();
        takeRoom();
        assertThat(given().get("/archive/" + version).statusCode()).isEqualTo(503);
    }

    @Test
    void a_page_goes_with_its_version_however_that_goes() throws IOException {
        library.version("https://outlet.example/a", "First.", "<p>First.</p>");
        assertThat(files()).hasSize(1);
        library.clear();
        tending.tend();
        assertThat(files()).isEmpty();
    }

    private String error(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(
                                "select error from archived_page where article_version_id = :id", String.class)
                        .setParameter("id", version)
                        .getSingleResultOrNull());
    }

    private byte[] forged() throws IOException {
        var reply = library.reply("https://outlet.example/a", "text/html", "<p>Forged.</p>".getBytes(UTF_8));
        return Warc.of(reply.url(), reply.exchange(), "x.warc.gz", "Agent");
    }

    /** A file where the folder should be: whoever runs the test, root too, can write no folder there. */
    private static void takeRoom() throws IOException {
        makeRoom();
        Files.createDirectories(FOLDER.getParent());
        Files.writeString(FOLDER, "");
    }

    private static void makeRoom() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> paths = Files.walk(FOLDER)) {
                for (Path path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
