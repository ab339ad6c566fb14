package org.claimwatch.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.claimwatch.deploy.image.ImageOptions;
import org.claimwatch.deploy.image.Images;
import org.claimwatch.deploy.support.ImageFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images are what a cluster expects of them, and what they hold starts with their entry point alone. */
class ImagesIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path WORK = Path.of("target/images-test").toAbsolutePath();
    private static Map<String, String> digests = Map.of();

    @BeforeAll
    static void build() throws Exception {
        digests = new Images(PROJECT, WORK, ImageOptions.of()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "ingest", "analysis", "web"})
    void each_is_layered_non_root_and_says_where_it_comes_from(String name) throws Exception {
        ImageFile image = ImageFile.read(WORK.resolve("claimwatch-" + name + ".tar"));
        JsonNode config = image.config().path("config");
        assertThat(digests.get(name)).matches("claimwatch/" + name + "@sha256:[0-9a-f]{64}");
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.at("/Entrypoint/0").asText()).isEqualTo("/opt/java/bin/java");
        assertThat(image.layers()).as("base, Java, libraries, code").hasSize(4);
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.revision")
                        .asText())
                .matches("[0-9a-f]{40}.*");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.version")
                        .asText())
                .startsWith("0.1.0");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.base.name")
                        .asText())
                .isEqualTo("scratch");
        assertThat(config.path("Env").toString()).doesNotContainIgnoringCase("password");
        assertThat(image.config().path("os").asText()).isEqualTo("linux");
    }

    /** A release moves its code; Java and the libraries lie in the registry already. */
    @Test
    void the_layers_that_change_are_small_and_the_others_shared() throws Exception {
        ImageFile ingest = ImageFile.read(WORK.resolve("claimwatch-ingest.tar"));
        ImageFile web = ImageFile.read(WORK.resolve("claimwatch-web.tar"));
        assertThat(ingest.layers().subList(0, 2)).isEqualTo(web.layers().subList(0, 2));
        assertThat(ingest.size(3)).isLessThan(6_000_000);
        assertThat(web.size(3)).isLessThan(6_000_000);
    }

    @Test
    void what_an_image_holds_starts_in_it_alone() throws Exception {
        Path root = WORK.resolve("root");
        ImageFile image = ImageFile.read(WORK.resolve("claimwatch-migrate.tar"));
        image.unpack(root);
        Process started = inside(root, image, "neither");
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        assumeThat(said).as("this machine lets nobody change the root folder").doesNotContain("not permitted");
        assertThat(said).contains("say migrate or await, not \"neither\".");
        assertThat(started.waitFor()).isEqualTo(1);
        Process unset = inside(root, image, "migrate");
        assertThat(new String(unset.getInputStream().readAllBytes(), UTF_8))
                .contains("set QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void a_base_is_named_by_its_digest() {
        assertThatThrownBy(() -> ImageOptions.of("--base", "debian:12")).hasMessageContaining("by its digest");
    }

    private static Process inside(Path root, ImageFile image, String argument) throws Exception {
        assumeThat(Files.exists(Path.of("/usr/bin/unshare")))
                .as("unshare is here")
                .isTrue();
        List<String> command = new java.util.ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "--pid",
                "--fork",
                "--mount-proc=" + Files.createDirectories(root.resolve("proc")),
                "chroot",
                root.toString()));
        image.config().at("/config/Entrypoint").forEach(it -> command.add(it.asText()));
        command.add(argument);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.start();
    }
}
