package org.claimwatch.deploy.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database up to this release's tables ({@code migrate}), or waits until somebody has ({@code await}), told by the
 * same variables and files as the services.
 */
public final class Migrate {
    static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String USER = "QUARKUS_DATASOURCE_USERNAME";
    static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    static final String SECRETS = "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS";
    private static final String PASSWORD_FILE = "quarkus.datasource.password";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** As PostgreSQL calls it. */
    private static final String DEADLOCK = "40P01";

    private static final int TRIES = 20;

    private Migrate() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String command = arguments.length == 1 ? arguments[0] : "";
        switch (command) {
            case "migrate" -> migrate(System.getenv());
            case "await" -> await(System.getenv(), PATIENCE);
            default -> fail("say migrate or await, not \"" + String.join(" ", arguments) + "\".");
        }
    }

    /** As the role that owns the tables. */
    static void migrate(Map<String, String> environment) throws IOException {
        try {
            int ran = run(flyway(environment, "claimwatch_owner"));
            System.out.printf("claimwatch: %d migrations ran; the tables are those of this release.%n", ran);
        } catch (FlywayException e) {
            fail("the tables cannot be brought up to this release: " + e.getMessage());
        }
    }

    /**
     * Runs what has not run yet. Beside services at work a migration may be what PostgreSQL ends when both wait for each other:
     * it has changed nothing then, and runs again.
     *
     * @return how many ran
     */
    public static int run(Flyway flyway) {
        int before = flyway.info().applied().length;
        for (int tries = 1; true; tries++) {
            try {
                flyway.migrate();
                return flyway.info().applied().length - before;
            } catch (FlywayException e) {
                if (tries == TRIES || !isDeadlock(e)) {
                    throw e;
                }
                System.out.println("claimwatch: a migration and a service were in each other's way; it runs again.");
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** As the role of the services, which may look at what has run and change nothing. */
    static void await(Map<String, String> environment, Duration patience) throws IOException, InterruptedException {
        Flyway flyway = flyway(environment, "claimwatch_app");
        long end = System.nanoTime() + patience.toNanos();
        String waitsFor = "";
        while (System.nanoTime() < end) {
            String now = missing(flyway);
            if (now.isEmpty()) {
                System.out.println("claimwatch: the tables are there.");
                return;
            }
            if (!now.equals(waitsFor)) {
                System.out.println("claimwatch: waiting: " + now);
                waitsFor = now;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        fail("the tables are not there after " + patience.toMinutes() + " min: " + waitsFor);
    }

    private static String missing(Flyway flyway) {
        try {
            var info = flyway.info();
            return info.pending().length == 0
                    ? ""
                    : info.pending().length + " migrations of this release have not run yet";
        } catch (FlywayException e) {
            return Optional.ofNullable(e.getMessage())
                    .orElse("")
                    .lines()
                    .findFirst()
                    .orElse("no answer");
        }
    }

    private static Flyway flyway(Map<String, String> environment, String usualUser) throws IOException {
        String url = environment.getOrDefault(URL, "");
        if (url.isEmpty()) {
            fail("set " + URL + " to the database's address, such as jdbc:postgresql://host:5432/claimwatch.");
        }
        String user = environment.getOrDefault(USER, usualUser);
        return Flyway.configure()
                .dataSource(url, user, password(environment))
                .connectRetries(0)
                .load();
    }

    private static String password(Map<String, String> environment) throws IOException {
        Path file = Path.of(environment.getOrDefault(SECRETS, "/nowhere"), PASSWORD_FILE);
        return Files.exists(file) ? Files.readString(file) : environment.getOrDefault(PASSWORD, "");
    }

    private static void fail(String reason) {
        System.err.println("claimwatch: " + reason);
        System.exit(1);
    }
}
