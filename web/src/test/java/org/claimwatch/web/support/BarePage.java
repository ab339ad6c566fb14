package org.claimwatch.web.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page as careless people make them: what is asked stands in it unescaped, at the place that the address names. */
public final class BarePage implements AutoCloseable {
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("text", "<div>%s</div>"),
            Map.entry("quoted", "<p title=\"%s\">x</p>"),
            Map.entry("apostrophes", "<p title='%s'>x</p>"),
            Map.entry("unquoted", "<p title=%s>x</p>"),
            Map.entry("link", "<a href=\"%s\">x</a>"),
            Map.entry("title", "<title>%s</title>"),
            Map.entry("field", "<textarea>%s</textarea>"),
            Map.entry("style", "<style>%s</style>"),
            Map.entry("comment", "<!-- %s -->"),
            Map.entry("script", "<script>var x='%s'</script>"),
            Map.entry("script-quoted", "<script>var x=\"%s\"</script>"),
            Map.entry("script-template", "<script>var x=`%s`</script>"),
            Map.entry("written", "<script>document.write(\"%s\")</script>"),
            Map.entry("decoded", "<script>document.write(decodeURIComponent('%s'))</script>"),
            Map.entry("framed", "<iframe srcdoc=\"%s\"></iframe>"));

    private final HttpServer server;
    private final String htmx;
    private final @Nullable String policy;

    /**
     * Starts it.
     *
     * @param policy its Content-Security-Policy, null for none
     */
    public BarePage(String htmx, @Nullable String policy) {
        this.htmx = htmx;
        this.policy = policy;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Those first in which most payloads run. */
    public static List<String> places() {
        List<String> first = List.of("text", "link", "framed");
        return Stream.concat(
                        first.stream(),
                        PLACES.keySet().stream()
                                .filter(place -> !first.contains(place))
                                .sorted())
                .toList();
    }

    public String base() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    public String with(String payload, String place) {
        return base() + place + "?" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String place = PLACES.get(exchange.getRequestURI().getPath().substring(1));
        String query = exchange.getRequestURI().getRawQuery();
        byte[] page = (place == null || query == null ? "" : page(place, query)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
        if (policy != null) {
            exchange.getResponseHeaders().add("Content-Security-Policy", policy);
        }
        exchange.sendResponseHeaders(place == null ? 404 : 200, page.length == 0 ? -1 : page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private String page(String place, String query) {
        return "<!doctype html><html><head><meta name=\"htmx-config\" content='{\"selfRequestsOnly\":false}'>"
                + "<script src=\"" + htmx + "\"></script></head><body>"
                + place.replace("%s", URLDecoder.decode(query, StandardCharsets.UTF_8)) + "</body></html>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
