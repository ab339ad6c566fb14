package org.claimwatch.ingest.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.PageText;
import org.jspecify.annotations.Nullable;

/** {@code claimwatch extract}: articles out of saved pages. */
public final class Extract {
    private Extract() {}

    public static void main(String[] args) {
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        ArticleExtractor extractor = new ArticleExtractor(Clock.systemUTC());
        return JsonLines.run("extract", args, (asked, folder) -> answer(extractor, asked, folder), out, err);
    }

    private static Map<String, @Nullable Object> answer(ArticleExtractor extractor, JsonNode asked, Path folder)
            throws IOException {
        byte[] bytes = bytes(folder.resolve(JsonLines.required(asked, "html")));
        String url = asked.path("url").asText("");
        ExtractedArticle article = extractor.extract(
                PageText.decode(bytes, asked.path("contentType").asText(null)), url);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", asked.path("id"));
        answer.put("url", asked.path("url"));
        answer.put("canonical", article.canonical());
        answer.put("title", article.title());
        answer.put("authors", article.authors());
        answer.put("published", written(article.published()));
        answer.put("modified", written(article.modified()));
        answer.put("language", article.language());
        answer.put("section", article.section());
        answer.put("image", article.image());
        answer.put("outlet", article.outlet());
        answer.put("text", article.text());
        return answer;
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
