package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the realm of deploy/keycloak, its data in the stack's own PostgreSQL. */
public final class LocalKeycloak implements AutoCloseable {
    static final String DATABASE = "keycloak";
    static final String CLIENT_SECRET = "claimwatch-local-stack-only-known-to-all";
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--features-disabled=kerberos,ciba,par,docker,organization");

    private final Folders folders;
    private final LocalPostgres postgres;
    private final Ports ports;
    private @Nullable ChildProcess server;

    public LocalKeycloak(Folders folders, LocalPostgres postgres, Ports ports) {
        this.folders = folders;
        this.postgres = postgres;
        this.ports = ports;
    }

    boolean isPrepared() throws IOException {
        return Files.exists(built()) && Files.readString(built()).equals(String.join(" ", BUILD));
    }

    /** Unpacks and builds it, which is needed once. */
    public void prepare() throws IOException, InterruptedException {
        Folders.delete(folders.keycloak());
        unpack(distribution(), folders.keycloak());
        java("keycloak-build", BUILD, Map.of()).awaitSuccess();
        Files.writeString(built(), String.join(" ", BUILD));
    }

    private Path built() {
        return folders.keycloak().resolve("built");
    }

    public void start() throws IOException, InterruptedException {
        Path imported = folders.keycloak().resolve("data/import/claimwatch-realm.json");
        Files.createDirectories(imported.getParent());
        Files.copy(folders.realm(), imported, StandardCopyOption.REPLACE_EXISTING);
        server = java(
                "keycloak",
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--db-url=" + postgres.url(DATABASE),
                        "--db-username=postgres",
                        "--db-pool-max-size=10",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.keycloak(),
                        "--hostname=http://127.0.0.1:" + ports.keycloak()),
                Map.of(
                        "CLAIMWATCH_WEB_PORT",
                        Integer.toString(ports.web()),
                        "CLAIMWATCH_CLIENT_SECRET",
                        CLIENT_SECRET));
        server.awaitReady(URI.create(realmUrl() + "/.well-known/openid-configuration"));
    }

    String realmUrl() {
        return "http://127.0.0.1:" + ports.keycloak() + "/realms/claimwatch";
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }

    /** What bin/kc.sh would start, without the shell that would stand between us and the process. */
    private ChildProcess java(String name, List<String> command, Map<String, String> environment) throws IOException {
        Path home = folders.keycloak().toAbsolutePath();
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        arguments.addAll(command);
        return ChildProcess.java(name, folders, arguments, environment);
    }

    /** Maven resolved it; the build wrote down where. */
    private static Path distribution() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = LocalKeycloak.class.getResourceAsStream("/keycloak.properties")) {
            properties.load(in);
        }
        return Path.of(properties.getProperty("distribution"));
    }

    /** Unpacks without the archive's own top folder. */
    private static void unpack(Path archive, Path home) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue;
                }
                Path target =
                        home.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("The archive " + archive + " reaches outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
