package org.claimwatch.deploy.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image in a file, in the layout of the OCI or of {@code docker save}. */
public final class ImageFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files;
    private final JsonNode config;
    private final List<String> layers;

    private ImageFile(Map<String, byte[]> files, JsonNode config, List<String> layers) {
        this.files = files;
        this.config = config;
        this.layers = layers;
    }

    public static ImageFile read(Path tar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> layers = new ArrayList<>();
        if (files.containsKey("manifest.json")) {
            JsonNode image = JSON.readTree(files.get("manifest.json")).get(0);
            image.path("Layers").forEach(it -> layers.add(it.asText()));
            return new ImageFile(
                    files, JSON.readTree(files.get(image.path("Config").asText())), layers);
        }
        JsonNode index = JSON.readTree(files.get("index.json"));
        JsonNode manifest = JSON.readTree(files.get(blob(index.at("/manifests/0/digest"))));
        manifest.path("layers").forEach(it -> layers.add(blob(it.path("digest"))));
        return new ImageFile(files, JSON.readTree(files.get(blob(manifest.at("/config/digest")))), layers);
    }

    public JsonNode config() {
        return config;
    }

    /** By their content, lowest first. */
    public List<String> layers() {
        return layers;
    }

    /** Packed, in bytes. */
    public int size(int layer) {
        return files.getOrDefault(layers.get(layer), new byte[0]).length;
    }

    /** The content of a file, of the highest layer that has it. */
    public Optional<String> text(String path) throws IOException {
        for (String layer : layers.reversed()) {
            try (InputStream packed = new ByteArrayInputStream(files.getOrDefault(layer, new byte[0]));
                    TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(packed))) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().replaceFirst("^/", "").equals(path.substring(1))) {
                        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return Optional.empty();
    }

    public void unpack(Path root) throws IOException {
        for (String layer : layers) {
            try (InputStream packed = new ByteArrayInputStream(files.getOrDefault(layer, new byte[0]));
                    TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(packed))) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    write(root.resolve(entry.getName().replaceFirst("^/", "")), entry, in);
                }
            }
        }
    }

    private static void write(Path target, TarArchiveEntry entry, InputStream in) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.write(target, in.readAllBytes());
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + target + " executable");
        }
    }

    private static String blob(JsonNode digest) {
        return "blobs/" + digest.asText().replace(':', '/');
    }
}
