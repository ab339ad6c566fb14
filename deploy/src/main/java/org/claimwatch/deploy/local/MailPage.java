package org.claimwatch.deploy.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists and shows caught e-mails; nothing in them can run, load or leave its frame. */
final class MailPage implements AutoCloseable {
    private static final Pattern MESSAGE = Pattern.compile("/(\\d{1,6})(/html)?");
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
    private static final String HTML_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Supplier<List<MimeMessage>> caught;
    private final int port;
    private @Nullable HttpServer server;

    MailPage(Supplier<List<MimeMessage>> caught, int port) {
        this.caught = caught;
        this.port = port;
    }

    void start() throws IOException {
        server = LoopbackServer.start(port, this::serve);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            List<CaughtMail> mails = caught.get().stream().map(CaughtMail::of).toList();
            Matcher message = MESSAGE.matcher(path);
            if (path.equals("/")) {
                send(exchange, PAGE_POLICY, list(mails));
            } else if (message.matches() && index(message) < mails.size()) {
                CaughtMail mail = mails.get(index(message));
                if (message.group(2) == null) {
                    send(exchange, PAGE_POLICY, page(mail, path));
                } else {
                    send(exchange, HTML_POLICY, mail.html());
                }
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static int index(Matcher message) {
        return Integer.parseInt(message.group(1));
    }

    /** Newest first; a message keeps its number, so an address stays good. */
    private static String list(List<CaughtMail> mails) {
        String rows = IntStream.iterate(mails.size() - 1, it -> it >= 0, it -> it - 1)
                .mapToObj(it -> row(it, mails.get(it)))
                .collect(Collectors.joining());
        String body = mails.isEmpty()
                ? "<p>Nothing caught yet. Digests that the stack sends appear here; reload to see them.</p>"
                : "<ul>" + rows + "</ul>";
        return document("Caught e-mails", "<h1>Caught e-mails: " + mails.size() + "</h1>" + body);
    }

    private static String row(int number, CaughtMail mail) {
        return "<li><a href=\"/%d\" dir=\"auto\">%s</a><br>to %s, %s</li>"
                .formatted(number, escaped(mail.subject()), escaped(mail.to()), escaped(mail.date()));
    }

    private static String page(CaughtMail mail, String path) {
        String html = mail.html().isEmpty()
                ? "<p>The message has no HTML part.</p>"
                : "<iframe sandbox title=\"HTML part\" src=\"%s/html\"></iframe>".formatted(path);
        return document(mail.subject(), """
                <p><a href="/">All caught e-mails</a></p>
                <h1 dir="auto">%s</h1>
                <p>From %s to %s<br>%s</p>
                <h2>Text</h2>
                <pre dir="auto">%s</pre>
                <h2>HTML</h2>
                %s
                """.formatted(
                        escaped(mail.subject()),
                        escaped(mail.from()),
                        escaped(mail.to()),
                        escaped(mail.date()),
                        escaped(mail.text()),
                        html));
    }

    private static String document(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                :root { color-scheme: light dark; background: light-dark(#fff, #16191b); color: light-dark(#1c1f21, #e6e8ea) }
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                a { color: light-dark(#0f5f56, #7ad0c0) }
                ul { list-style: none; padding: 0 }
                li { padding: .6rem 0; border-bottom: 1px solid #8884 }
                li a { font-weight: 600 }
                pre { white-space: pre-wrap; overflow-wrap: anywhere }
                iframe { width: 100%%; height: 40rem; border: 1px solid #8888 }
                </style></head><body><main>%s</main></body></html>
                """.formatted(escaped(title), body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, String policy, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
