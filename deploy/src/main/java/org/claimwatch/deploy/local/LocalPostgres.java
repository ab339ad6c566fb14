package org.claimwatch.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimwatch.deploy.migrate.Migrate;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL 18 whose data outlives the launcher, with the roles, databases and tables that the services expect. */
public final class LocalPostgres implements AutoCloseable {
    private static final String DATABASE = "claimwatch";
    private static final String OWNER = "claimwatch_owner";
    private static final String APP = "claimwatch_app";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Folders folders;
    private final int port;
    private final int memory;
    private @Nullable EmbeddedPostgres server;
    private @Nullable ProcessFile processFile;

    public LocalPostgres(Folders folders, Ports ports) {
        this(folders, ports, RunOptions.LITTLE_MEMORY);
    }

    /**
     * Prepares a server.
     *
     * @param memory MB that it keeps pages in
     */
    public LocalPostgres(Folders folders, Ports ports, int memory) {
        this.folders = folders;
        this.port = ports.postgres();
        this.memory = memory;
    }

    public void start() throws IOException, SQLException {
        deleteUnlessWhole(folders.postgresPrograms());
        deleteUnlessWhole(folders.postgres());
        removeStaleLock();
        Path log = folders.logs().resolve("postgres.log");
        Files.deleteIfExists(log);
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folders.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folders.postgresPrograms().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // The library turns it off for tests; here the data are meant to last.
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", memory + "MB")
                .setServerConfig("max_wal_size", "4GB")
                // A page anywhere on a solid-state disk costs hardly more than the next one: indexes are worth it.
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("max_connections", "80")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(Redirect.to(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start();
        server = started;
        postmaster().ifPresent(it -> processFile = ProcessFile.write(folders.running(), "postgres", it, "INT"));
        createDatabases(started);
        Files.writeString(whole(folders.postgresPrograms()), "");
        Files.writeString(whole(folders.postgres()), "");
    }

    /** Brings the tables up to the newest migration, as the role that owns them. */
    public void migrate() {
        Migrate.run(Flyway.configure().dataSource(owner()).load());
    }

    /** Connects as the role that owns the tables. */
    public DataSource owner() {
        return as(OWNER);
    }

    /** Connects as the services do. */
    public DataSource app() {
        return as(APP);
    }

    /** Connects as who may do everything. */
    public DataSource superuser() {
        return as("postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            Optional<ProcessHandle> postmaster = postmaster();
            server.close();
            // The library waits for five seconds; a server that still writes its data would let no other start.
            postmaster.filter(ProcessHandle::isAlive).ifPresent(it -> ProcessFile.stop(it, "INT", PATIENCE));
            server = null;
        }
        if (processFile != null) {
            processFile.delete();
        }
    }

    /** A first start that was cut short leaves folders that look like a server or a database and are none. */
    private static void deleteUnlessWhole(Path folder) {
        if (!Files.exists(whole(folder))) {
            Folders.delete(folder);
        }
    }

    private static Path whole(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".whole");
    }

    private DataSource as(String role) {
        return Objects.requireNonNull(server, "PostgreSQL has not started").getDatabase(role, DATABASE);
    }

    private static void createDatabases(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/roles.sql"));
            create(statement, DATABASE, OWNER);
            create(statement, LocalKeycloak.DATABASE, "postgres");
            // Its first start commits thousands of times; a crash may cost it the last half second, never its
            // integrity.
            statement.execute("alter database " + LocalKeycloak.DATABASE + " set synchronous_commit = off");
        }
    }

    private static void create(Statement statement, String database, String owner) throws SQLException {
        try (var found = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create database " + database + " owner " + owner);
    }

    /** A crash leaves postmaster.pid behind; once its process id belongs to another program, the server refuses to start. */
    private void removeStaleLock() throws IOException {
        if (postmaster()
                .flatMap(it -> it.info().command())
                .filter(it -> it.endsWith("postgres"))
                .isEmpty()) {
            Files.deleteIfExists(folders.postgres().resolve("postmaster.pid"));
        }
    }

    /** The process whose children are the server's sessions. */
    public Optional<ProcessHandle> postmaster() throws IOException {
        Path file = folders.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(String::strip)
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of);
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(LocalPostgres.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
