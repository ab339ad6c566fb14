package org.claimwatch.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.deploy.image.ImageOptions;
import org.claimwatch.deploy.image.Images;
import org.claimwatch.deploy.local.Ports;
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

    /** Maven leaves out the plugin that makes the lists of parts where it may not use the network (-o). */
    @BeforeAll
    static void build() throws Exception {
        boolean offline = "offline true".equals(System.getProperty("maven.network"));
        assumeThat(Files.exists(PROJECT.resolve("web/target/bom.json")) || !offline)
                .as("the lists of parts are there (Maven makes them unless it is told -o)")
                .isTrue();
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

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "ingest", "analysis", "web"})
    void each_holds_the_list_of_its_parts(String name) throws Exception {
        ImageFile image = ImageFile.read(WORK.resolve("claimwatch-" + name + ".tar"));
        String at =
                image.config().at("/config/Labels").path("org.claimwatch.sbom").asText();
        JsonNode parts = new ObjectMapper().readTree(image.text(at).orElseThrow());
        assertThat(parts.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> libraries = new ArrayList<>();
        parts.path("components").forEach(part -> libraries.add(part.path("name").asText()));
        assertThat(libraries)
                .contains(name.equals("migrate") ? "flyway-core" : "quarkus-core", "postgresql")
                .doesNotContain("assertj-core");
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

    /** Without it every class of Java is read and checked anew at each start. */
    @Test
    void java_finds_its_archive_of_classes_with_the_options_of_the_image() throws Exception {
        Path home;
        try (Stream<Path> found = Files.list(WORK)) {
            home = found.filter(it -> it.getFileName().toString().startsWith("runtime-"))
                    .findFirst()
                    .orElseThrow();
        }
        Process java = new ProcessBuilder(
                        home.resolve("bin/java").toString(),
                        "@" + WORK.resolve("web.jvm.options"),
                        "-Xshare:on",
                        "-version")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(java.getInputStream().readAllBytes(), UTF_8)).contains("sharing");
        assertThat(java.waitFor()).isZero();
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

    /** What the command prints is what a cluster pulls. */
    @Test
    void a_registry_takes_them_and_gives_them_by_their_digests() throws Exception {
        Path program = Path.of("/usr/bin/docker-registry");
        assumeThat(Files.exists(program))
                .as("a registry is installed here (Debian: apt install docker-registry)")
                .isTrue();
        int port = Ports.free().web();
        Path folder = Files.createDirectories(WORK.resolve("registry"));
        Path config = Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                """.formatted(folder.resolve("content"), port));
        Process registry = new ProcessBuilder(program.toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:%d/v2/".formatted(port);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> get(client, address).statusCode() == 200);
            String path = "127.0.0.1:%d/claimwatch".formatted(port);
            Map<String, String> pushed =
                    new Images(PROJECT, WORK, ImageOptions.of("--push", path, "--insecure")).build();
            assertThat(pushed).containsOnlyKeys("migrate", "ingest", "analysis", "web");
            for (Map.Entry<String, String> image : pushed.entrySet()) {
                String digest = image.getValue().replace(path + "/" + image.getKey() + "@sha256:", "");
                byte[] manifest = get(client, address + "claimwatch/" + image.getKey() + "/manifests/sha256:" + digest)
                        .body();
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(manifest)))
                        .isEqualTo(digest);
            }
        } finally {
            registry.destroy();
            registry.waitFor();
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/vnd.oci.image.manifest.v1+json")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
