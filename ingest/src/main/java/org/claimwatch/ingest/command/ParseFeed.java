package org.claimwatch.ingest.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.claimwatch.ingest.feed.FeedEntry;
import org.claimwatch.ingest.feed.FeedParser;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.jspecify.annotations.Nullable;

/** {@code claimwatch parse-feed}: what saved feeds announce. */
public final class ParseFeed {
    private ParseFeed() {}

    public static void main(String[] args) {
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return JsonLines.run("parse-feed", args, ParseFeed::answer, out, err);
    }

    private static Map<String, @Nullable Object> answer(JsonNode asked, Path folder) throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve(JsonLines.required(asked, "file")));
        ParsedFeed feed = FeedParser.parse(bytes, asked.path("contentType").asText(null), null, null);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", asked.path("id"));
        answer.put("kind", feed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        answer.put("title", feed.title());
        answer.put("link", feed.link());
        answer.put("language", feed.language());
        answer.put("updated", written(feed.updated()));
        Duration ttl = feed.ttl();
        answer.put("ttlSeconds", ttl == null ? null : ttl.toSeconds());
        answer.put("hub", feed.hub());
        answer.put("entries", feed.entries().stream().map(ParseFeed::entry).toList());
        answer.put("sitemaps", feed.sitemaps());
        return answer;
    }

    private static Map<String, @Nullable Object> entry(FeedEntry entry) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("guid", entry.guid());
        answer.put("link", entry.link());
        answer.put("title", entry.title());
        answer.put("authors", entry.authors());
        answer.put("published", written(entry.published()));
        answer.put("updated", written(entry.updated()));
        answer.put("summary", entry.summary() == null ? entry.content() : entry.summary());
        answer.put("content", entry.content());
        answer.put("categories", entry.categories());
        answer.put("image", entry.image());
        return answer;
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
