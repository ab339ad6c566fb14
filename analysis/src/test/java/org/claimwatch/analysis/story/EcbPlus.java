package org.claimwatch.analysis.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;

/** The articles of ECB+ with their stories, as the scorer of {@code cluster} reads them and in its order. */
final class EcbPlus {
    static final Path FILE = Path.of("../../shared/data/stories/ecbplus/docs.jsonl.gz");

    /**
     * An article.
     *
     * @param topic what two stories have in common
     */
    record Article(String id, String topic, String story, String text) {}

    private EcbPlus() {}

    static List<Article> read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Article> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode row = json.readTree(line);
                articles.add(new Article(
                        row.get("doc").asText(),
                        row.get("topic").asText(),
                        row.get("subtopic").asText(),
                        text(row.get("sents"))));
            }
        }
        articles.sort(Comparator.comparing(article -> digest(article.id())));
        return articles;
    }

    /** Without the address of the page, which some begin with. */
    private static String text(JsonNode sentences) {
        StringJoiner text = new StringJoiner(" ");
        int first = sentences.path(0).path(0).asText().equals("http") ? 1 : 0;
        for (int n = first; n < sentences.size(); n++) {
            sentences.get(n).forEach(word -> text.add(word.asText()));
        }
        return text.toString();
    }

    private static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
