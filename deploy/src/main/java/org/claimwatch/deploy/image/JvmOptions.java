package org.claimwatch.deploy.image;

import java.util.List;

/** How the JVM of each image runs; deploy/README.md has what was measured with and without each. */
public final class JvmOptions {
    private static final List<String> COMMON = List.of(
            // An eighth of a service's memory is headers without it.
            "-XX:+UseCompactObjectHeaders",
            // One or two cores and a heap of a few hundred megabytes: the collector with the least of its own.
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=/tmp",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public static final List<String> SERVICE = with(COMMON, "-XX:MaxRAMPercentage=55", "-XX:MinRAMPercentage=55");
    static final List<String> MIGRATION = with(COMMON, "-Xmx64m", "-XX:TieredStopAtLevel=1");

    private JvmOptions() {}

    private static List<String> with(List<String> options, String... more) {
        return java.util.stream.Stream.concat(options.stream(), java.util.Arrays.stream(more))
                .toList();
    }
}
