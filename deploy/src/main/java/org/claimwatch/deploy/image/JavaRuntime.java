package org.claimwatch.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimwatch.deploy.local.CannotRun;

/** The part of this JDK that the services need, linked once for all images. */
final class JavaRuntime {
    /** No compiler, no tools but jcmd: java.se for the libraries, the rest for what they ask for at run time. */
    private static final String MODULES = String.join(
            ",",
            "java.se",
            "jdk.unsupported",
            "jdk.charsets",
            "jdk.localedata",
            "jdk.crypto.cryptoki",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.zipfs",
            "jdk.jfr",
            "jdk.jcmd");

    private JavaRuntime() {}

    /** Links it into the folder, unless this JDK's lies there already. */
    static Path in(Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("runtime-" + Runtime.version().toString().replace('+', '_'));
        if (Files.exists(home.resolve("release"))) {
            return home;
        }
        Files.createDirectories(folder);
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        List<String> command = List.of(
                jlink.toString(),
                "--add-modules",
                MODULES,
                "--include-locales=en,de,ar",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--output",
                home.toString());
        run("jlink could not link a runtime from " + System.getProperty("java.home"), command);
        // jlink archives the classes of Java for usual object headers only; the services have others.
        run(
                "the archive of Java's classes could not be written",
                List.of(
                        home.resolve("bin/java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-Xshare:dump",
                        "-Xlog:disable"));
        return home;
    }

    private static void run(String failure, List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new CannotRun(failure + "; its message stands above");
        }
    }
}
