package org.claimwatch.deploy.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The invented outlets' web sites, one port for each, as their README says they are to be served. */
public final class SamplePress implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "htm", "text/html; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "svg", "image/svg+xml",
            "xml", "application/rss+xml",
            "atom", "application/atom+xml",
            "rdf", "application/rdf+xml",
            "json", "application/feed+json");

    private final Path site;
    private final Ports ports;
    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    public SamplePress(Path samplePress, Ports ports) {
        this.site = samplePress.resolve("site");
        this.ports = ports;
    }

    public void start() throws IOException {
        for (SampleOutlet outlet : SampleOutlet.values()) {
            int port = Objects.requireNonNull(ports.outlets().get(outlet));
            servers.add(LoopbackServer.start(port, exchange -> serve(outlet, exchange)));
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        servers.clear();
    }

    /** How often each address was asked for. */
    public Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    public void forgetAsked() {
        asked.clear();
    }

    private void serve(SampleOutlet outlet, HttpExchange exchange) throws IOException {
        asked.merge(outlet.base(ports) + exchange.getRequestURI().getPath(), 1, Integer::sum);
        try (exchange) {
            Path file = file(outlet, exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = body(file, outlet.base(ports));
            Instant changed = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            String etag = "\"%08x-%d\"".formatted(Arrays.hashCode(body), body.length);
            exchange.getResponseHeaders().set("Content-Type", type(outlet, file));
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders()
                    .set("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atZone(ZoneOffset.UTC)));
            if (unchanged(exchange, etag, changed)) {
                exchange.sendResponseHeaders(304, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The file of a path within the outlet's own folder: itself, or its index page. */
    private @Nullable Path file(SampleOutlet outlet, String path) {
        Path root = site.resolve(outlet.domain);
        Path named = root.resolve("." + path).normalize();
        if (!named.startsWith(root)) {
            return null;
        }
        Path file = Files.isDirectory(named) ? named.resolve("index.html") : named;
        return Files.isRegularFile(file) ? file : null;
    }

    /** Replaces in Latin-1, which leaves the bytes of every other encoding as they are. */
    private static byte[] body(Path file, String base) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .replace("@BASE@", base)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String type(SampleOutlet outlet, Path file) {
        String name = file.getFileName().toString();
        if (name.equals("sitemap-news.xml")) {
            return "application/xml";
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        // Its pages name their encoding in a meta element only, and it is not UTF-8.
        return outlet == SampleOutlet.SADA_AL_MASABB && type.startsWith("text/html") ? "text/html" : type;
    }

    /** RFC 9110, 13.2.2: If-None-Match wins over If-Modified-Since. */
    private static boolean unchanged(HttpExchange exchange, String etag, Instant changed) {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (known != null) {
            return known.contains(etag);
        }
        String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
        try {
            return since != null
                    && !changed.isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
