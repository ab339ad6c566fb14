package org.claimwatch.deploy.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;

/** The release before this one, built from its own commit, once. */
public record OlderRelease(Path checkout) {
    /** The newest commit of 26 November before the last migrations of that day. */
    private static final String COMMIT = "e3482d0";

    /** Skips the test where the history is not at hand, as in a shallow clone. */
    public static OlderRelease built(Path project) throws IOException, InterruptedException {
        Path checkout = project.resolve("deploy/target/previous-release").resolve(COMMIT);
        if (!Files.exists(checkout.resolve("web/target/quarkus-app/quarkus-run.jar"))) {
            Assumptions.assumeTrue(
                    run(project, "git", "cat-file", "-e", COMMIT + "^{commit}"),
                    "this clone has the commit " + COMMIT + ": without, no release runs beside another");
            Files.createDirectories(checkout);
            demand(run(project, "sh", "-c", "git archive " + COMMIT + " | tar -x -C " + checkout));
            demand(run(
                    checkout,
                    "./mvnw",
                    "-q",
                    "-B",
                    "-DskipTests",
                    "-Dspotless.check.skip",
                    "package",
                    "-pl",
                    "common,ingest,analysis,web"));
        }
        return new OlderRelease(checkout);
    }

    /** Empties a database and gives it the tables that this release knew. */
    public void makeTables(DataSource owner) {
        Flyway flyway = Flyway.configure()
                .dataSource(owner)
                .cleanDisabled(false)
                .locations("filesystem:" + checkout.resolve("common/src/main/resources/db/migration"))
                .load();
        flyway.clean();
        flyway.migrate();
    }

    private static void demand(boolean done) {
        if (!done) {
            throw new IllegalStateException("the release before could not be built; the messages above say why");
        }
    }

    private static boolean run(Path folder, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }
}
