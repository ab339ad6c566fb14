package org.claimwatch.deploy.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An overlay as {@code kubectl kustomize} renders it, or, where there is no kubectl, the files that it is made of. */
record Manifests(String name, boolean rendered, List<JsonNode> objects) {
    static final Path ROOT = Path.of("kubernetes");
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<Manifests> overlays() {
        return Stream.of("single-node", "production").map(Manifests::overlay);
    }

    static Manifests overlay(String name) {
        return RENDERED.computeIfAbsent(name, Manifests::render);
    }

    private static Manifests render(String name) {
        Path folder = ROOT.resolve("overlays").resolve(name);
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new AssertionError("kubectl kustomize " + folder + " failed; its message stands above");
            }
            return new Manifests(name, true, read(yaml));
        } catch (IOException noKubectl) {
            return new Manifests(name, false, files());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every object of every file, those that no overlay uses included. */
    static List<JsonNode> files() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<JsonNode> all = new ArrayList<>();
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml"))
                    .filter(it -> !it.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                all.addAll(read(Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> read(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(new TypeReference<JsonNode>() {}).readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> of(String... kinds) {
        return objects.stream().filter(it -> List.of(kinds).contains(kind(it)));
    }

    /** The templates of all pods, with the name of what makes them. */
    Stream<JsonNode> workloads() {
        return of("Deployment", "Job", "StatefulSet", "DaemonSet");
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.concat(
                each(pod(workload).path("initContainers")), each(pod(workload).path("containers")));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
