package org.claimwatch.ingest.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a batch: one JSON object a line in, one out, in order, and a line for each that failed. */
final class JsonLines {
    static final ObjectMapper JSON = new ObjectMapper();

    /** What one line asks for; paths in it are relative to the folder. */
    @FunctionalInterface
    interface Line {
        Map<String, @Nullable Object> answer(JsonNode asked, Path folder) throws Exception;
    }

    private JsonLines() {}

    /** Returns the exit code: 0, 1 if a line failed, 2 if the call was wrong. */
    static int run(String command, String[] args, Line line, PrintStream out, PrintStream err) {
        if (args.length == 0) {
            err.println("usage: claimwatch " + command + " FILE... (JSON Lines; - for standard input)");
            return 2;
        }
        int failed = 0;
        for (String arg : args) {
            Path file = arg.equals("-") ? Path.of("-") : Path.of(arg).toAbsolutePath();
            if (!arg.equals("-") && !Files.isReadable(file)) {
                err.println("cannot read " + arg);
                return 2;
            }
            try (InputStream in = arg.equals("-") ? System.in : Files.newInputStream(file)) {
                Path folder = file.getParent() == null ? Path.of("") : file.getParent();
                failed += lines(in, folder, line, out);
            } catch (IOException e) {
                err.println("cannot read " + arg + ": " + e.getMessage());
                return 2;
            }
        }
        out.flush();
        if (failed > 0) {
            err.println(failed + " failed; each has its line with an error");
        }
        return failed == 0 ? 0 : 1;
    }

    private static int lines(InputStream in, Path folder, Line line, PrintStream out) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int failed = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            if (text.isBlank()) {
                continue;
            }
            JsonNode asked = JSON.nullNode();
            try {
                asked = JSON.readTree(text);
                out.println(JSON.writeValueAsString(line.answer(asked, folder)));
            } catch (Exception e) {
                failed++;
                out.println(error(asked, e));
            }
        }
        return failed;
    }

    private static String error(JsonNode asked, Exception e) throws JsonProcessingException {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", asked.path("id").isMissingNode() ? JSON.nullNode() : asked.path("id"));
        answer.put("error", e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        return JSON.writeValueAsString(answer);
    }

    /** Names a failure that is the input's. */
    static String required(JsonNode asked, String field) {
        String value = asked.path(field).asText();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the line has no \"" + field + "\"");
        }
        return value;
    }
}
