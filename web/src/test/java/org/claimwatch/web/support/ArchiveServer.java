package org.claimwatch.web.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Stands where ingest hands archived pages out; {@code web} cannot run ingest, the tests of the whole do. */
public final class ArchiveServer implements QuarkusTestResourceLifecycleManager {
    private record Held(int status, String body) {}

    private static final Map<String, Held> HELD = new ConcurrentHashMap<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/archive/", ArchiveServer::answer);
        server.start();
        return Map.of(
                "claimwatch.archive.address",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    public static void hold(long versionId, String page) {
        HELD.put("/archive/" + versionId, new Held(200, page));
        HELD.put("/archive/" + versionId + "/warc", new Held(200, "WARC/1.1"));
    }

    public static void hold(long versionId, int number, String page) {
        HELD.put("/archive/" + versionId + "/pages/" + number, new Held(200, page));
    }

    public static void answer(long versionId, int status) {
        HELD.put("/archive/" + versionId, new Held(status, "the reason"));
        HELD.put("/archive/" + versionId + "/warc", new Held(status, "the reason"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Held held = HELD.getOrDefault(exchange.getRequestURI().getPath(), new Held(404, ""));
            byte[] body = held.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Archived-Content-Type", "text/html; charset=windows-1256");
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(held.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
