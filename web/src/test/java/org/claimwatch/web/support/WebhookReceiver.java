package org.claimwatch.web.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server of somebody else's that takes webhooks, or does not. */
public final class WebhookReceiver implements AutoCloseable {
    /** What came in. */
    public record Post(String timestamp, String signature, String notice, String body) {}

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String address(String host) {
        return "http://%s:%d/hook".formatted(host, server.getAddress().getPort());
    }

    public void answer(int status) {
        answer = status;
    }

    public List<Post> posts() {
        return posts;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.add(new Post(
                    exchange.getRequestHeaders().getFirst("Claimwatch-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Claimwatch-Signature"),
                    exchange.getRequestHeaders().getFirst("Claimwatch-Notice"),
                    body));
            if (answer / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
