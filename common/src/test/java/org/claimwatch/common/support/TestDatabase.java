package org.claimwatch.common.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real, migrated PostgreSQL 18 for a module's tests; the services connect to it as the role without DDL. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "claimwatch";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            execute(postgres.getPostgresDatabase(), resource("/db/roles.sql"));
            execute(postgres.getPostgresDatabase(), "create database " + NAME + " owner claimwatch_owner");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The test database did not start", e);
        }
        Flyway.configure().dataSource(owner()).load().migrate();
        return Map.of("quarkus.datasource.jdbc.url", url(), "quarkus.datasource.username", "claimwatch_app");
    }

    public String url() {
        return postgres.getJdbcUrl("claimwatch_app", NAME);
    }

    /** Connects as the role that owns the tables. */
    public DataSource owner() {
        return postgres.getDatabase("claimwatch_owner", NAME);
    }

    /** Connects as nobody does in earnest: past every right and every policy, to prepare what a test is about. */
    public DataSource superuser() {
        return postgres.getDatabase("postgres", NAME);
    }

    /** Connects as the services do. */
    public DataSource app() {
        return postgres.getDatabase("claimwatch_app", NAME);
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = TestDatabase.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
