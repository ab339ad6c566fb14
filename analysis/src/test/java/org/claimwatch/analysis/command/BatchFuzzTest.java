package org.claimwatch.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.claimwatch.analysis.claim.ClaimSearch;
import org.claimwatch.analysis.command.JsonLines.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a line, a batch answers each line once, in order, and good lines as if no bad one stood beside. */
class BatchFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MUTATIONS = 40;
    private static final String NEWS =
            "Ministerin Ana Berg said on Monday that 3 of “our” bridges are closed. \\\"No,\\\" Omar Lind said. 👩🏽‍🔬 قال.";

    /** Lines that no command can answer. */
    private static final List<String> BAD = List.of(
            "{",
            "nonsense",
            "[1, 2]",
            "\"text\"",
            "null",
            "7",
            "{}",
            "{\"id\": \"x\"}",
            "{\"id\": \"x\", \"text\": 5, \"a\": 5}",
            "{\"id\": {\"of\": 1}, \"text\": null, \"a\": null}",
            "{\"id\": \"x\", \"text\": [\"words\"], \"a\": [\"words\"]}",
            "{\"id\": \"x\", \"text\": \"words\", \"text\"}",
            "{\"id\": \"x\", \"text\": \"\\ud83\"}",
            "{\"id\": \"x\", \"text\": \"a\u0001b\"}",
            "{\"id\": \"x\", \"text\": \"one\", \"a\": \"b\", \"b\": \"c\"} {\"id\": \"y\", \"text\": \"two\"}",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "{\"id\": " + "9".repeat(5_000) + "}");

    /** Texts that are odd, and no fault of the batch. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\\ud83d",
            "\\udc00\\ud83d",
            "\\u0000\\u0001\\uffff",
            "\\u202e\\u2067said\\u2069",
            "a\\u0301\\u0301\\u0301".repeat(500),
            "\\n\\r\\u2028\\u2029\\u0085",
            "“".repeat(3_000),
            "word".repeat(50_000),
            "said “no” ".repeat(600),
            "x ".repeat(300_000));

    private final Path folder;

    BatchFuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void annotate() throws IOException {
        check(
                Annotate::step,
                "{\"id\": \"%s\", \"title\": \"News\", \"text\": \"%s\", \"outlet\": {\"name\": \"Halyard\"}}",
                false);
    }

    @Test
    void attribute() throws IOException {
        check(() -> Attribute.step(false), "{\"id\": \"%s\", \"text\": \"%s\"}", true);
    }

    @Test
    void attribute_tokens_of_a_wrong_kind_are_told() throws IOException {
        assertThat(answers(
                        Attribute.step(true),
                        List.of(
                                "{\"id\": 1, \"sentences\": [\"one two\"]}",
                                "{\"id\": 2, \"sentences\": [[\"one\", 2]]}",
                                "{\"id\": 3, \"sentences\": [[\"one\", \"two\"]]}")))
                .satisfiesExactly(
                        first -> assertThat(first.path("error").asText()).contains("a list of tokens, not \"one two\""),
                        second -> assertThat(second.path("error").asText()).contains("not [\"one\",2]"),
                        third -> assertThat(third.has("error")).isFalse());
    }

    @Test
    void check_worthy() throws IOException {
        check(CheckWorthy::step, "{\"id\": \"%s\", \"text\": \"%s\"}", true);
    }

    @Test
    void cluster() throws IOException {
        check(Cluster::step, "{\"id\": \"%s\", \"text\": \"%s\", \"published\": \"2025-09-08T11:04:00+02:00\"}", false);
    }

    @Test
    void match() throws IOException {
        ClaimSearch search = new ClaimSearch();
        search.add("c1", "Three bridges are closed", "Bridges");
        check(() -> Match.step(search, 3), "{\"id\": \"%s\", \"text\": \"%s\"}", true);
    }

    @Test
    void claims_that_cannot_be_read_end_a_search_before_it_begins() throws IOException {
        byte[] latin = "{\"id\": \"c\", \"text\": \"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> bad = List.of(
                latin,
                "{\"id\": \"c\", \"text\"".getBytes(StandardCharsets.UTF_8),
                "{\"text\": \"words\"}".getBytes(StandardCharsets.UTF_8),
                "{\"id\": \"c\", \"text\": 7}".getBytes(StandardCharsets.UTF_8));
        for (byte[] bytes : bad) {
            assertThat(Match.read(Files.write(folder.resolve("claims"), bytes).toString(), new ClaimSearch()))
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    @Test
    void relate() throws IOException {
        check(Relate::step, "{\"id\": \"%s\", \"a\": \"%s\", \"b\": \"The bridges are open.\"}", true);
    }

    @Test
    void stance() throws IOException {
        check(Stance::step, "{\"id\": \"%s\", \"text\": \"%s\", \"target\": \"Omar Lind\"}", true);
    }

    /** @param alone whether an answer hangs on its own line alone */
    private void check(Supplier<Step> command, String form, boolean alone) throws IOException {
        List<String> good = IntStream.range(0, MUTATIONS)
                .mapToObj(i -> form.formatted("good-" + i, NEWS + " " + i))
                .toList();
        List<JsonNode> expected = answers(command.get(), good);
        assertThat(expected).noneMatch(answer -> answer.has("error"));
        List<String> others = new ArrayList<>(BAD);
        ODD.forEach(text -> others.add(form.formatted("odd", text)));
        IntStream.range(0, MUTATIONS).forEach(i -> others.add(mutated(good.get(i), new Random(i))));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            lines.add(others.get(i));
            if (i < good.size()) {
                lines.add(good.get(i));
            }
        }
        List<JsonNode> answers = answers(command.get(), lines);
        assertThat(answers).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode answer = answers.get(i);
            String line = lines.get(i).substring(0, Math.min(200, lines.get(i).length()));
            assertThat(answer.get("id")).as(line).isEqualTo(id(lines.get(i)));
            assertThat(BAD.contains(lines.get(i)) && !answer.has("error"))
                    .as(line)
                    .isFalse();
            assertThat(answer.path("error").asText("an answer"))
                    .as(line)
                    .isNotBlank()
                    .doesNotContain("Exception", "java.");
        }
        List<JsonNode> found = answers.stream()
                .filter(a -> a.path("id").asText().matches("good-\\d+"))
                .toList();
        if (alone) {
            assertThat(found).containsAll(expected);
        }
        assertThat(found.stream()
                        .filter(a -> !a.has("error"))
                        .map(a -> a.get("id").asText()))
                .containsAll(expected.stream().map(a -> a.get("id").asText()).toList());
    }

    /** The id of a line, JSON's null where it has none. */
    private static JsonNode id(String line) {
        try {
            JsonNode id = JsonLines.JSON.readTree(line).get("id");
            return id == null ? JSON.nullNode() : id;
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    /** A good line with a few characters taken out, put in or put elsewhere, on one line still. */
    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, "{}[]\",:\\\u0000\ufeff\ud800é".charAt(random.nextInt(12)));
                default -> text.insert(random.nextInt(text.length()), text.substring(at));
            }
        }
        // Half a pair of surrogates cannot be written to a file.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private List<JsonNode> answers(Step step, List<String> lines) throws IOException {
        Path file = folder.resolve("in.jsonl");
        Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status;
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            status = JsonLines.run(List.of(file.toString()), step, out);
        }
        List<JsonNode> answers = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isBlank()) {
                answers.add(JSON.readTree(line));
            }
        }
        assertThat(status).isEqualTo(answers.stream().anyMatch(a -> a.has("error")) ? 1 : 0);
        return answers;
    }
}
