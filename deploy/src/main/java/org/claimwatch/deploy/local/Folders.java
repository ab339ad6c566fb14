package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the stack finds the project and keeps its own things.
 *
 * @param project the checkout
 * @param data all that the stack writes; deleting it starts anew
 * @param programs the unpacked Keycloak and PostgreSQL, which several data folders may share
 */
public record Folders(Path project, Path data, Path programs) {
    private static final long NEEDED_BYTES = 1L << 30;

    public static Folders ofProject(Path project) {
        Path data = project.resolve(".claimwatch");
        return new Folders(project, data, data);
    }

    /** The same project with data of its own, so that a test never meets what {@code ./claimwatch run} keeps. */
    public Folders withData(Path ownData) {
        return new Folders(project, ownData, programs);
    }

    /** The same folders for services of another build. */
    public Folders withProject(Path otherProject) {
        return new Folders(otherProject, data, programs);
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    /** The pages as they were fetched. */
    Path archive() {
        return data.resolve("archive");
    }

    Path postgresPrograms() {
        return programs.resolve("postgres-18.6.0");
    }

    Path keycloak() {
        return programs.resolve("keycloak-26.7.3");
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** One file for each running process of the stack. */
    Path running() {
        return data.resolve("running");
    }

    /** A service's folder of secrets, one file named like its property, as a cluster mounts them. */
    Path withSecret(String service, String property, String secret) {
        Path folder = data.toAbsolutePath().resolve("secrets").resolve(service);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(property), secret);
            return folder;
        } catch (IOException e) {
            throw new CannotRun("Cannot write to " + folder + ": " + e, e);
        }
    }

    public Path samplePress() {
        return project.resolve("deploy/local/sample-press");
    }

    Path realm() {
        return project.resolve("deploy/keycloak/claimwatch-realm.json");
    }

    /** The program that a service is. */
    public Path application(String service) {
        return project.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Makes the folders, or says in one line why that cannot be. */
    void prepare() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(running());
            Files.writeString(data.resolve("written"), "");
            long usable = Files.getFileStore(data).getUsableSpace();
            if (usable < NEEDED_BYTES) {
                throw new CannotRun("The disk of %s has %d MB left and the stack needs %d. Make room, then try again."
                        .formatted(data.toAbsolutePath(), usable >> 20, NEEDED_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new CannotRun("Cannot write to " + data.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Forgets everything but the unpacked programs, which hold no data. */
    public void deleteData() {
        delete(postgres());
        delete(archive());
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
