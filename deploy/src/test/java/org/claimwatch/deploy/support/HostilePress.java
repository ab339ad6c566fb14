package org.claimwatch.deploy.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.claimwatch.common.support.Payloads;
import org.claimwatch.common.support.Payloads.Payload;

/** Outlets on ports of this machine whose feeds and pages carry a payload wherever a text can stand. */
public final class HostilePress implements AutoCloseable {
    /**
     * Of a payload: title, description, author, category of the feed's entry and the feed's own title; the page's title, its
     * Open Graph title, headline, author and section in JSON-LD, heading, byline; as text, as markup, quoted, and as a speaker.
     */
    public static final int PLACES = 16;

    private static final int SERVERS = 15;

    private final List<HttpServer> servers = new ArrayList<>();
    private final Instant now = Instant.now();

    private HostilePress() {}

    public static HostilePress open() throws IOException {
        var press = new HostilePress();
        for (int i = 0; i < SERVERS; i++) {
            int own = i;
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> press.serve(own, exchange));
            server.start();
            press.servers.add(server);
        }
        return press;
    }

    public List<String> feeds() {
        return servers.stream().map(server -> base(server) + "/feed.xml").toList();
    }

    private static String base(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(int own, HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = path.equals("/feed.xml")
                    ? feed(own)
                    : Payloads.all().stream()
                            .filter(payload -> path.equals("/" + payload.number() + ".html"))
                            .findFirst()
                            .map(this::page)
                            .orElse(null);
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            path.endsWith(".xml") ? "application/rss+xml; charset=utf-8" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String feed(int own) {
        List<Payload> mine = Payloads.all().stream()
                .filter(payload -> payload.number() % SERVERS == own)
                .toList();
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>%s</title><link>%s/</link>
                <description>%1$s</description>""".formatted(text(mine.getFirst().text()), base(servers.get(own))));
        for (Payload payload : mine) {
            xml.append("""
                    <item><title>%1$s</title><link>%2$s/%3$d.html</link><guid>%2$s/%3$d.html</guid>
                    <description><![CDATA[%4$s]]></description><author>%1$s</author><category>%1$s</category>
                    <pubDate>%5$s</pubDate></item>""".formatted(
                            text(payload.text()),
                            base(servers.get(own)),
                            payload.number(),
                            legal(payload.text()),
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC))));
        }
        return xml.append("</channel></rss>").toString();
    }

    private String page(Payload payload) {
        String text = text(payload.text());
        String json = payload.text()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\u0001", "\\u0001")
                .replace("</", "<\\/");
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <meta property="og:title" content="%1$s"><meta name="author" content="%1$s">
                <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
                "headline": "%2$s", "articleSection": "%2$s", "author": {"@type": "Person", "name": "%2$s"},
                "datePublished": "%3$s"}</script></head><body><article><h1>%1$s</h1><p class="byline">By %1$s</p>
                <p>The harbour council of ward %4$d met on Tuesday to settle the dispute about the ferry and its timetable.</p>
                <p>“%1$s is what the ferry of ward %4$d needs,” said the harbour master Anna Kolb on Tuesday evening.</p>
                <p>%1$s said that the council of ward %4$d would close the northern pier before the winter storms begin.</p>
                <p>Minister Jonas Reed said that %1$s had been agreed with the owners of the ferry in ward %4$d.</p>
                <div>%5$s</div>
                <p>The council will meet again in ward %4$d next month, when the engineers present their report on the pier.</p>
                </article></body></html>""".formatted(text, json, now, payload.number(), payload.text());
    }

    /** As the text of an element or the value of an attribute. */
    private static String text(String written) {
        return legal(written)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** No feed that holds a control character is read at all. */
    private static String legal(String written) {
        return written.replace("\u0001", "").replace("]]>", "]] >");
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
