package org.claimwatch.ingest.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void each_line_is_answered_in_order_and_a_failure_has_its_own(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("page.html"), """
                <html lang=en><title>Rain</title><h1>Rain</h1><article><p>It rained all day in the town of Kessa, said
                a woman at the well. Nobody had seen so much water since the flood.</p></article>""");
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, """
                {"id": 1, "url": "http://a.example/1", "html": "page.html"}
                {"id": "two", "url": "http://a.example/2", "html": "none.html"}
                no json
                """);
        assertThat(Extract.run(new String[] {input.toString()}, printer(out), printer(err)))
                .isEqualTo(1);
        List<String> lines = text(out).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"id\":1,").contains("\"title\":\"Rain\"", "\"published\":null");
        assertThat(lines.get(1)).startsWith("{\"id\":\"two\",\"error\":");
        assertThat(lines.get(2)).startsWith("{\"id\":null,\"error\":");
        assertThat(text(err)).contains("2 failed");
    }

    @Test
    void a_wrong_call_is_told_so() {
        assertThat(ParseFeed.run(new String[] {}, printer(out), printer(err))).isEqualTo(2);
        assertThat(ParseFeed.run(new String[] {"/no/such/file"}, printer(out), printer(err)))
                .isEqualTo(2);
        assertThat(text(err)).contains("usage: claimwatch parse-feed", "cannot read /no/such/file");
    }

    @Test
    void a_feed_is_printed(@TempDir Path folder) throws IOException {
        Path feed =
                Path.of("../deploy/local/sample-press/site/kta.example/rss.xml").toAbsolutePath();
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, "{\"id\": \"kta\", \"file\": \"" + feed + "\"}");
        assertThat(ParseFeed.run(new String[] {input.toString()}, printer(out), printer(err)))
                .isZero();
        assertThat(text(out))
                .contains("\"kind\":\"rss\"", "\"published\":\"2025-09-16T12:20:00Z\"", "\"authors\":[\"V. Marhul\"]");
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
