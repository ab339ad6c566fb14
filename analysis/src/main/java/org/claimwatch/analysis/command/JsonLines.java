package org.claimwatch.analysis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a batch: JSON Lines in, JSON Lines out in the same order; a line that fails has a line that says so. */
final class JsonLines {
    /** Two objects on one line are no line of JSON: the second would be lost. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Characters of a wrong value that an error repeats. */
    private static final int SHOWN = 60;

    /** Answers one input line. */
    interface Step {
        /** Fills in the output, which already has the input's id. */
        void answer(JsonNode input, ObjectNode output);
    }

    private JsonLines() {}

    /**
     * Reads the files in order, "-" being standard input.
     *
     * @return the exit status: 0, 1 if a line failed, 2 if a file cannot be read
     */
    static int run(List<String> files, Step step) {
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            return run(files, step, out);
        }
    }

    static int run(List<String> files, Step step, PrintStream out) {
        boolean failed = false;
        for (String file : files) {
            try (InputStream in = file.equals("-")
                            ? new FileInputStream(FileDescriptor.in)
                            : Files.newInputStream(Path.of(file));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                String line;
                while ((line = lines.readLine()) != null) {
                    if (!line.isBlank()) {
                        failed |= !answer(line, step, out);
                    }
                }
            } catch (IOException e) {
                System.err.println("Cannot read " + file + ": " + e.getMessage());
                return 2;
            }
        }
        return failed ? 1 : 0;
    }

    private static boolean answer(String line, Step step, PrintStream out) {
        ObjectNode output = JSON.createObjectNode();
        boolean good = true;
        try {
            JsonNode input = JSON.readTree(line);
            output.set("id", input.get("id"));
            if (!input.isObject()) {
                throw new IllegalArgumentException("the line must be a JSON object, not " + shortened(input));
            }
            step.answer(input, output);
        } catch (JsonProcessingException e) {
            output.putNull("id").put("error", "not JSON: " + e.getOriginalMessage());
            good = false;
        } catch (RuntimeException e) {
            // One bad input must not end the batch: its line says what happened.
            JsonNode id = output.get("id");
            output.removeAll();
            output.set("id", id);
            output.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
            good = false;
        }
        out.println(output);
        return good;
    }

    /** A text field of the input. */
    static String required(JsonNode input, String field) {
        JsonNode value = input.get(field);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException(
                    value == null
                            ? "the field \"" + field + "\" is missing"
                            : "the field \"" + field + "\" must be a text, not " + shortened(value));
        }
        return value.asText();
    }

    /** A wrong value as an error repeats it. */
    static String shortened(JsonNode value) {
        String words = value.isMissingNode() ? "nothing" : value.toString();
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
    }

    /** The files named, or exit status 2 with how to use the command. */
    static List<String> files(String[] args, String usage) {
        // The logging of Quarkus is on the class path and complains unless it is asked first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (args.length == 0) {
            System.err.println("Usage: " + usage);
            System.exit(2);
        }
        return List.of(args);
    }
}
