package org.claimwatch.analysis.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code claimwatch bench fuzz-analysis}: bad texts through the whole reading, and what they take. */
public final class Bench {
    private static final Path ARTICLES = Path.of("../deploy/local/sample-press/articles.jsonl");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        long inputs = args.length > 1 ? Long.parseLong(args[1]) : 5_000;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        List<String> press = originals();
        out.print("Texts with one thing wrong 10,000 times: ");
        int harm = new Fuzzing(press, Duration.ofMinutes(3))
                .hard(HardTexts.of(10_000), out)
                .harm()
                .size();
        out.print("Mutated articles of seed " + seed + ": ");
        harm += new Fuzzing(press, Duration.ofMinutes(3))
                .mutations(inputs, seed, out)
                .harm()
                .size();
        System.exit(harm == 0 ? 0 : 1);
    }

    /** The sample press. */
    static List<String> originals() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(ARTICLES)) {
            texts.add(json.readTree(line).get("text").asText());
        }
        return texts;
    }
}
