package org.claimwatch.ingest.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.claimwatch.ingest.fetch.PageText;

/** Real pages with what is known of them, which lie beside the project and are no part of it. */
public final class LabelledPages {
    /** Seen from a module's folder: beside the project or in it. */
    private static final List<Path> HOMES =
            List.of(Path.of("../../shared/data/extraction"), Path.of("../shared/data/extraction"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledPages() {}

    public static boolean areThere() {
        return HOMES.stream().anyMatch(Files::isDirectory);
    }

    private static Path home() {
        return HOMES.stream().filter(Files::isDirectory).findFirst().orElseThrow();
    }

    public static List<JsonNode> of(String set) throws IOException {
        List<JsonNode> pages = new ArrayList<>();
        try (Stream<String> lines = Files.lines(home().resolve(set).resolve("truth.jsonl"))) {
            for (String line : lines.toList()) {
                pages.add(JSON.readTree(line));
            }
        }
        return pages;
    }

    public static String html(String set, JsonNode page) throws IOException {
        Path file = home().resolve(set).resolve(page.path("file").asText());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return PageText.decode(in.readAllBytes(), null);
        }
    }

    public static String url(JsonNode page) {
        String url = page.path("url").asText("");
        return url.isEmpty() ? page.path("canonical_link").asText("") : url;
    }

    /** A number from 0 to 255 that all pages of one publisher share. Even ones were worked on, odd ones only scored. */
    public static int hash(JsonNode page) {
        try {
            byte[] bytes = domain(page).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(bytes)[0] & 0xff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last two labels of the host, three where the last but one is as short as in {@code co.uk}. */
    static String domain(JsonNode page) {
        String host;
        try {
            host = URI.create(url(page).strip()).getHost();
        } catch (IllegalArgumentException e) {
            host = null;
        }
        String[] labels = (host == null ? page.path("id").asText() : host)
                .toLowerCase(java.util.Locale.ROOT)
                .split("\\.", -1);
        int n = labels.length;
        boolean three = n > 2 && labels[n - 2].length() <= 3 && labels[n - 1].length() == 2;
        int from = Math.max(0, n - (three ? 3 : 2));
        return String.join(".", List.of(labels).subList(from, n));
    }
}
