package org.claimwatch.deploy.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.deploy.local.CannotRun;

/** Where an image comes from, as the labels of the OCI image specification say it. */
record Provenance(String version, String revision, Instant created) {
    private static final Pattern VERSION = Pattern.compile("<artifactId>claimwatch</artifactId>\\s*<version>([^<]+)<");
    private static final String LABEL = "org.opencontainers.image.";

    /** Of the checkout: the same commit makes the same image, so its time is the commit's. */
    static Provenance of(Path project) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(project.resolve("pom.xml")));
        if (!version.find()) {
            throw new CannotRun("The version of Claimwatch is not where it is looked for, in " + project + "/pom.xml");
        }
        String revision = git(project, "rev-parse", "HEAD").orElse("unknown");
        boolean changed = git(project, "status", "--porcelain")
                .filter(it -> !it.isEmpty())
                .isPresent();
        Instant created = git(project, "log", "-1", "--format=%cI")
                .map(it -> java.time.OffsetDateTime.parse(it).toInstant())
                .orElse(Instant.EPOCH);
        return new Provenance(
                version.group(1).toLowerCase(java.util.Locale.ROOT),
                changed ? revision + "-changed" : revision,
                created);
    }

    Map<String, String> labels(String name, Optional<String> base) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(LABEL + "title", "claimwatch-" + name);
        labels.put(LABEL + "version", version);
        labels.put(LABEL + "revision", revision);
        labels.put(LABEL + "created", created.toString());
        labels.put(LABEL + "licenses", "Apache-2.0");
        labels.put(
                LABEL + "base.name", base.map(it -> it.replaceFirst("@.*", "")).orElse("scratch"));
        base.ifPresent(it -> labels.put(LABEL + "base.digest", it.replaceFirst(".*@", "")));
        labels.put("org.claimwatch.java", Runtime.version().toString());
        labels.put("org.claimwatch.sbom", ServiceImage.PARTS);
        return labels;
    }

    private static Optional<String> git(Path project, String... arguments) throws IOException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("git", "-C", project.toString()));
        command.addAll(java.util.List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
