package org.claimwatch.analysis.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The labelled articles of the invented press. */
final class SamplePress {
    private static final Path ARTICLES = Path.of("../deploy/local/sample-press/articles.jsonl");

    private SamplePress() {}

    static List<JsonNode> articles() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> articles = new ArrayList<>();
        for (String line : Files.readAllLines(ARTICLES)) {
            articles.add(json.readTree(line));
        }
        return articles;
    }
}
