package org.claimwatch.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.ingest.support.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both archives keep the same promises: one on a disk, one on a real S3 server. */
class PageArchiveTest {
    @Test
    void in_a_folder(@TempDir Path folder) throws IOException {
        keepsItsPromises(new FolderArchive(Files.createDirectory(folder.resolve("pages")), 0));
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile))
                    .as("nothing half-written")
                    .isEmpty();
        }
    }

    @Test
    void in_a_bucket(@TempDir Path folder) throws IOException {
        var server = new S3Server(folder);
        try (var archive = new BucketArchive(new Bucket(server.address()), S3Server.BUCKET)) {
            keepsItsPromises(archive);
            server.close();
            assertThatThrownBy(() -> archive.put("1/1/a", bytes("late")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the bucket press-archive could not be used");
            assertThatThrownBy(() -> archive.get("1/1/a")).isInstanceOf(IOException.class);
        } finally {
            server.close();
        }
    }

    private static void keepsItsPromises(PageArchive archive) throws IOException {
        assertThat(archive.get("0/17/a.warc.gz")).isEmpty();
        archive.put("0/17/a.warc.gz", bytes("first"));
        archive.put("0/17/a.warc.gz", bytes("second"));
        archive.put("0/17/b.warc.gz", bytes("b"));
        archive.put("0/170/c.warc.gz", bytes("of another article"));
        assertThat(archive.get("0/17/a.warc.gz").orElseThrow()).isEqualTo(bytes("second"));
        archive.delete("0/17/a.warc.gz");
        archive.delete("0/17/a.warc.gz");
        assertThat(archive.get("0/17/a.warc.gz")).isEmpty();
        archive.deleteFolder("0/17/");
        archive.deleteFolder("0/17/");
        assertThat(archive.get("0/17/b.warc.gz")).isEmpty();
        assertThat(archive.get("0/170/c.warc.gz").orElseThrow()).isEqualTo(bytes("of another article"));
        archive.deleteFolder("0/170/");
    }

    @Test
    void a_disk_without_room_is_said_before_it_is_full(@TempDir Path folder) {
        assertThatThrownBy(() -> new FolderArchive(folder, Long.MAX_VALUE / 2).put("0/1/a", bytes("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are to stay free");
        assertThat(folder.resolve("0/1/a")).doesNotExist();
    }

    @Test
    void a_disk_that_is_away_is_no_missing_page(@TempDir Path folder) {
        var archive = new FolderArchive(folder.resolve("unmounted"), 0);
        assertThatThrownBy(() -> archive.get("0/1/a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not there");
    }

    @Test
    void no_key_leads_out_of_the_folder(@TempDir Path folder) {
        var archive = new FolderArchive(folder.resolve("pages"), 0);
        for (String key : List.of("../a", "0/../../a", "/etc/passwd", "")) {
            assertThatThrownBy(() -> archive.put(key, bytes("a"))).as(key).isInstanceOf(IOException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Bucket(URI address) implements ArchiveConfig.S3 {
        @Override
        public Optional<String> bucket() {
            return Optional.of(S3Server.BUCKET);
        }

        @Override
        public Optional<String> prefix() {
            return Optional.of("claimwatch/");
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(address);
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("key");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("secret");
        }
    }
}
