package org.claimwatch.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
    private final Ports ports = Ports.free();
    private final MailCatcher catcher = new MailCatcher(ports);

    @BeforeEach
    void start() throws IOException {
        catcher.start();
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void says_that_nothing_was_caught_yet() throws Exception {
        assertThat(get("/").body()).contains("Nothing caught yet");
        assertThat(get("/0").statusCode()).isEqualTo(404);
    }

    @Test
    void lists_and_shows_both_parts_without_letting_them_run() throws Exception {
        send("<script>alert(1)</script> Orrin", "plain & <b>simple</b>", "<h1>Orrin</h1><script>alert(2)</script>");

        assertThat(get("/").body())
                .contains("<a href=\"/0\" dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt; Orrin</a>")
                .doesNotContain("<script>");
        HttpResponse<String> page = get("/0");
        assertThat(page.body())
                .contains("plain &amp; &lt;b&gt;simple&lt;/b&gt;")
                .contains("<iframe sandbox title=\"HTML part\" src=\"/0/html\">")
                .doesNotContain("<script>");
        assertThat(policy(page)).contains("default-src 'none'").doesNotContain("script-src");

        HttpResponse<String> html = get("/0/html");
        assertThat(html.body()).contains("<h1>Orrin</h1>");
        assertThat(policy(html)).startsWith("sandbox; default-src 'none'");
    }

    @Test
    void shows_a_message_of_text_alone() throws Exception {
        send("تنبيه", "نص", null);
        assertThat(get("/0").body())
                .contains("<h1 dir=\"auto\">تنبيه</h1>", "<pre dir=\"auto\">نص</pre>", "no HTML part");
    }

    private void send(String subject, String text, @org.jspecify.annotations.Nullable String html) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(ports.smtp()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("digests@claimwatch.invalid"));
        message.setRecipient(RecipientType.TO, new InternetAddress("ada@river-desk.example"));
        message.setSubject(subject, "UTF-8");
        if (html == null) {
            message.setText(text, "UTF-8");
        } else {
            MimeMultipart parts = new MimeMultipart("alternative");
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            MimeBodyPart marked = new MimeBodyPart();
            marked.setContent(html, "text/html; charset=utf-8");
            parts.addBodyPart(plain);
            parts.addBodyPart(marked);
            message.setContent(parts);
        }
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + ports.mailPage() + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static String policy(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
