package org.claimwatch.ingest.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The sample press on real ports of this machine, one for each outlet, as its README says it is served. */
public final class SamplePress implements AutoCloseable {
    private static final Path HOME = Path.of("../deploy/local/sample-press");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, HttpServer> servers = new LinkedHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    public SamplePress() {
        try (Stream<Path> sites = Files.list(HOME.resolve("site"))) {
            for (Path site : sites.sorted().toList()) {
                var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
                HttpServer server = HttpServer.create(address, 0);
                server.createContext("/", exchange -> answer(site, exchange));
                server.start();
                servers.put(site.getFileName().toString(), server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles with their gold texts, the records of superseded versions left out. */
    public static List<JsonNode> servedArticles() {
        Map<String, JsonNode> byUrl = new LinkedHashMap<>();
        for (JsonNode article : articles()) {
            byUrl.put(article.path("url").asText(), article);
        }
        return List.copyOf(byUrl.values());
    }

    public static List<JsonNode> articles() {
        try (Stream<String> lines = Files.lines(HOME.resolve("articles.jsonl"))) {
            List<JsonNode> articles = new ArrayList<>();
            for (String line : lines.toList()) {
                articles.add(JSON.readTree(line));
            }
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file behind an article's address. */
    public static Path file(JsonNode article) {
        String[] parts = article.path("url").asText().split("/", 4);
        return file(HOME.resolve("site").resolve(parts[2]), parts[3]);
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public String base(String domain) {
        return "http://127.0.0.1:" + servers.get(domain).getAddress().getPort();
    }

    /** Every request so far, as {@code domain path}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(Path site, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String domain = site.getFileName().toString();
        requests.add(domain + " " + path);
        Path file = file(site, path.substring(1));
        if (!Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        byte[] body = withBase(Files.readAllBytes(file), charset(domain, file), base(domain));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] withBase(byte[] bytes, Charset charset, String base) {
        return new String(bytes, charset).replace("@BASE@", base).getBytes(charset);
    }

    private static Charset charset(String domain, Path file) {
        boolean arabicPage =
                domain.equals("sada-almasabb.example") && file.toString().endsWith(".html");
        return arabicPage ? Charset.forName("windows-1256") : StandardCharsets.UTF_8;
    }

    private static Path file(Path site, String path) {
        Path file = site.resolve(path);
        return Files.isDirectory(file) ? file.resolve("index.html") : file;
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
    }
}
