package org.claimwatch.deploy.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;

/** The JVM's own record of what a service loads (JEP 514), with which it starts in about half the processor's time. */
final class StartupCaches {
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";

    private StartupCaches() {}

    /**
     * Starts and stops a service once to see what it loads.
     *
     * @return the settings with which it starts faster; none where a loaded machine was too slow to record them
     */
    static Map<String, String> of(LocalStack stack, String service, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path seen = folder.toAbsolutePath().resolve(service + ".aotconf");
        Path cache = folder.toAbsolutePath().resolve(service + ".aot");
        try (Service once = stack.another(
                service, service + "-seen", Map.of(OPTIONS, "-XX:AOTMode=record -XX:AOTConfiguration=" + seen))) {
            once.start();
            once.close(Duration.ofMinutes(2));
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(Service.MEMORY);
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + seen,
                "-XX:AOTCache=" + cache,
                "-jar",
                stack.folders().application(service).toString()));
        Process create = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(service + ".log").toFile())
                .start();
        if (!create.waitFor(5, TimeUnit.MINUTES) || create.exitValue() != 0) {
            create.destroyForcibly();
            System.out.println("crash: " + service + " starts as it always does: " + folder.resolve(service + ".log"));
            return Map.of();
        }
        return Map.of(OPTIONS, "-XX:AOTCache=" + cache);
    }
}
