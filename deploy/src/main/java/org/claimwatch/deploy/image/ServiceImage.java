package org.claimwatch.deploy.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.deploy.local.CannotRun;

/**
 * What one image holds beside Java: libraries, which change rarely, then the code, so that a release moves few bytes.
 *
 * @param ports that it listens on
 * @param options of the JVM; README, Figures says how they were found
 * @param program the rest of java's command line
 */
record ServiceImage(
        String name, List<Integer> ports, List<String> options, List<String> program, List<FileEntriesLayer> layers) {
    static final String JAVA = "/opt/java";
    static final String OPTIONS_FILE = "/app/jvm.options";

    /** What an image is made of (SBOM, CycloneDX). */
    static final String PARTS = "/app/sbom.cyclonedx.json";

    private static final List<String> MIGRATION = List.of("common-", "flyway-", "jackson-", "postgresql-", "slf4j-");

    /** A service, from its Quarkus package. */
    static ServiceImage of(String name, Path project, Path work, List<Integer> ports, List<String> options)
            throws IOException {
        Path application = project.resolve(name).resolve("target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new CannotRun("%s is not built: %s is missing. Run ./mvnw package -DskipTests -pl common,%s"
                    .formatted(name, application, name));
        }
        FileEntriesLayer.Builder libraries = FileEntriesLayer.builder().setName("libraries");
        FileEntriesLayer.Builder code = FileEntriesLayer.builder().setName("code");
        for (Path file : files(application)) {
            String inside = "/app/" + application.relativize(file);
            boolean ours = !inside.startsWith("/app/lib/")
                    || file.getFileName().toString().startsWith("org.claimwatch.");
            (ours ? code : libraries).addEntry(file, AbsoluteUnixPath.get(inside));
        }
        return new ServiceImage(
                name,
                ports,
                options,
                List.of("-jar", "/app/quarkus-run.jar"),
                List.of(
                        libraries.build(),
                        withOptions(name, project.resolve(name), work, options, code)
                                .build()));
    }

    /** The migration, from this module and the libraries that it needs. */
    static ServiceImage migration(Path project, Path work, List<String> options) throws IOException {
        FileEntriesLayer.Builder libraries = FileEntriesLayer.builder().setName("libraries");
        FileEntriesLayer.Builder code = FileEntriesLayer.builder().setName("code");
        for (Path jar : files(project.resolve("deploy/target/lib"))) {
            String file = jar.getFileName().toString();
            if (MIGRATION.stream().anyMatch(file::startsWith)) {
                (file.startsWith("common-") ? code : libraries).addEntry(jar, AbsoluteUnixPath.get("/app/lib/" + file));
            }
        }
        Path classes = project.resolve("deploy/target/classes");
        for (Path file : files(classes.resolve("org/claimwatch/deploy/migrate"))) {
            code.addEntry(file, AbsoluteUnixPath.get("/app/classes/" + classes.relativize(file)));
        }
        return new ServiceImage(
                "migrate",
                List.of(),
                options,
                List.of("-cp", "/app/classes:/app/lib/*", "org.claimwatch.deploy.migrate.Migrate"),
                List.of(
                        libraries.build(),
                        withOptions("migrate", project.resolve("deploy"), work, options, code)
                                .build()));
    }

    List<String> entrypoint() {
        List<String> entrypoint = new ArrayList<>(List.of(JAVA + "/bin/java", "@" + OPTIONS_FILE));
        entrypoint.addAll(program);
        return entrypoint;
    }

    /** In a file, so that a person finds them in the image; JDK_JAVA_OPTIONS adds to them. */
    private static FileEntriesLayer.Builder withOptions(
            String name, Path module, Path work, List<String> options, FileEntriesLayer.Builder code)
            throws IOException {
        Path file = work.resolve(name + ".jvm.options");
        Files.writeString(file, String.join("\n", options) + "\n", StandardCharsets.UTF_8);
        code.addEntry(file, AbsoluteUnixPath.get(OPTIONS_FILE));
        // Where a volume for archived pages is mounted: Docker gives a new volume the owner of the folder below it.
        code.addEntry(
                Files.createDirectories(work.resolve("archive")),
                AbsoluteUnixPath.get("/var/lib/claimwatch/archive"),
                FilePermissions.fromOctalString("755"),
                FileEntriesLayer.DEFAULT_MODIFICATION_TIME,
                Images.USER);
        Path parts = module.resolve("target/bom.json");
        if (!Files.exists(parts)) {
            throw new CannotRun("The list of parts of %s is missing: %s. Run ./mvnw package -DskipTests, then try again"
                    .formatted(name, parts));
        }
        code.addEntry(parts, AbsoluteUnixPath.get(PARTS));
        return code;
    }

    static FileEntriesLayer runtime(Path home) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("java");
        for (Path file : files(home)) {
            layer.addEntry(
                    file,
                    AbsoluteUnixPath.get(JAVA + "/" + home.relativize(file)),
                    FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"));
        }
        return layer.build();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
