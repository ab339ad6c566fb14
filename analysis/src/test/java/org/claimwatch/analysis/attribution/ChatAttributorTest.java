package org.claimwatch.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.claimwatch.analysis.model.HttpChatModel;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.StatementForm;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language model behind the attributor's port, on a real server that answers well, badly, inventively and late. */
@NullUnmarked // JUnit fills the fields
class ChatAttributorTest {
    private static final String TEXT = """
            The harbour, in the view of Edda Moor, needs a second crane. Moor has run it for years.

            “We wait,” Omar Lind said. Rain fell all day.""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicReference<JsonNode> asked = new AtomicReference<>();
    private final AtomicReference<String> bearer = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch late = new CountDownLatch(1);
    private volatile boolean waits;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::respond);
        server.start();
    }

    private void respond(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        asked.set(JSON.readTree(exchange.getRequestBody()));
        bearer.set(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status.get(), body.length);
        if (waits) {
            try {
                late.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        late.countDown();
        server.stop(0);
    }

    @Test
    void what_stands_in_the_text_is_added_as_doubtful() throws IOException {
        says(statement("Edda Moor", "in the view of", "The harbour", "needs a second crane"));
        List<Attribution> found = read(TEXT);
        assertThat(found).hasSize(2);
        Attribution added = found.getFirst();
        assertThat(added.content())
                .extracting(span -> span.cut(TEXT))
                .containsExactly("The harbour", "needs a second crane");
        assertThat(added.source().cut(TEXT)).isEqualTo("Edda Moor");
        assertThat(added.cue().cut(TEXT)).isEqualTo("in the view of");
        assertThat(added.form()).isEqualTo(StatementForm.INDIRECT);
        assertThat(added.confidence()).isLessThan(0.7f);
        assertThat(bearer.get()).isEqualTo("Bearer a-key");
        assertThat(asked.get().path("model").asText()).isEqualTo("small");
        assertThat(asked.get().path("messages").path(1).path("content").asText())
                .isEqualTo(TEXT);
    }

    @Test
    void words_around_the_json_do_no_harm() throws IOException {
        String plain = JSON.writeValueAsString(
                Map.of("statements", List.of(statement("Edda Moor", "in the view of", "needs a second crane"))));
        content("Sure! Here it is:\n```json\n" + plain + "\n```\nAnything else?");
        assertThat(read(TEXT)).hasSize(2);
    }

    @Test
    void what_the_rules_found_stays_theirs() throws IOException {
        says(statement("Rain", "fell", "We wait"), statement("Omar Lind", "said", "“We wait,”"));
        assertThat(read(TEXT)).isEqualTo(new RuleAttributor().attribute(segmented(TEXT)));
    }

    @Test
    void nothing_invented_comes_in() throws IOException {
        says(
                statement("Edda Moor", "in the view of", "needs a third crane"),
                statement("Edda Moor", "in the view of", "The harbour needs a second crane"),
                statement("Edda Moor", "thinks", "needs a second crane"),
                statement("Edda More", "in the view of", "needs a second crane"),
                statement("second", "needs", "needs a second crane"),
                statement("Edda Moor", "in the view of", "eeds a second cran"),
                statement("Edda Moor", "in the view of", "needs a second crane", "The harbour"),
                statement("Edda Moor", "in the view of", "Moor"),
                statement("", "", "Moor has run it for years"),
                statement("Edda Moor", "in the view of"),
                Map.of("speaker", 7, "content", "needs a second crane"));
        assertThat(read(TEXT)).isEqualTo(new RuleAttributor().attribute(segmented(TEXT)));
    }

    @Test
    void bad_answers_leave_the_rules_alone() throws IOException {
        List<Attribution> rules = new RuleAttributor().attribute(segmented(TEXT));
        for (String bad :
                List.of("", "{", "[]", "null", "{\"choices\": 3}", "<html>", "\u0000", "x".repeat(2_000_000))) {
            answer.set(bad);
            assertThat(read(TEXT)).as("after %.20s", bad).isEqualTo(rules);
        }
        for (String bad :
                List.of("", "no", "{", "{}", "{\"statements\": {\"a\": 1}}", "{\"statements\": [[[[1]]], null, 3]}")) {
            content(bad);
            assertThat(read(TEXT)).as("after %s", bad).isEqualTo(rules);
        }
        says(statement("Edda Moor", "in the view of", "needs a second crane"));
        status.set(500);
        assertThat(read(TEXT)).isEqualTo(rules);
        status.set(302);
        assertThat(read(TEXT)).isEqualTo(rules);
    }

    @Test
    void an_answer_that_does_not_end_is_not_waited_for_and_not_asked_for_again() throws IOException {
        says(statement("Edda Moor", "in the view of", "needs a second crane"));
        waits = true;
        String longer =
                TEXT + "\n\n" + "Rain fell all day in the town. ".repeat(90) + "\n\n" + "Snow fell. ".repeat(250);
        long begun = System.nanoTime();
        assertThat(read(longer)).isEqualTo(new RuleAttributor().attribute(segmented(longer)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(questions).as("one of three passages").hasValue(1);
    }

    @Test
    void nobody_there_is_no_harm() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(read(TEXT, port)).isEqualTo(new RuleAttributor().attribute(segmented(TEXT)));
    }

    private static Map<String, Object> statement(String speaker, String cue, String... content) {
        return Map.of("speaker", speaker, "cue", cue, "content", List.of(content));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // It hands them on as it got them.
    private void says(Map<String, Object>... statements) throws IOException {
        content(JSON.writeValueAsString(Map.of("statements", List.of(statements))));
    }

    private void content(String content) throws IOException {
        answer.set(JSON.writeValueAsString(
                Map.of("choices", List.of(Map.of("message", Map.of("role", "assistant", "content", content))))));
    }

    private List<Attribution> read(String text) {
        return read(text, server.getAddress().getPort());
    }

    private List<Attribution> read(String text, int port) {
        var model = new HttpChatModel(
                URI.create("http://127.0.0.1:" + port + "/v1/"), "small", "a-key", Duration.ofSeconds(2));
        return new ChatAttributor(new RuleAttributor(), model, Duration.ofSeconds(10)).attribute(segmented(text));
    }

    private static SegmentedText segmented(String text) {
        return new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english())).segment(text, "en");
    }
}
