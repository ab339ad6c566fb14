package org.claimwatch.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeedReader() {}

    static ParsedFeed read(String text, @Nullable URI base) throws NotAFeedException {
        JsonNode feed;
        try {
            feed = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new NotAFeedException("JSON came that cannot be read: " + e.getOriginalMessage());
        }
        if (!feed.path("items").isArray()) {
            throw new NotAFeedException("JSON came that is no feed: it has no items");
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            entries.add(entry(item, base));
        }
        JsonNode hub = feed.path("hubs").path(0).path("url");
        return new ParsedFeed(
                        FeedKind.JSON,
                        string(feed, "title"),
                        Links.absolute(base, string(feed, "home_page_url")),
                        string(feed, "language"),
                        null,
                        null,
                        hub.isTextual() ? hub.asText() : null,
                        List.copyOf(entries))
                .asking(string(feed, "feed_url"), Skips.NONE);
    }

    private static FeedEntry entry(JsonNode item, @Nullable URI base) {
        List<String> authors = new ArrayList<>();
        for (JsonNode author : item.path("authors")) {
            addName(authors, author);
        }
        if (authors.isEmpty()) {
            addName(authors, item.path("author"));
        }
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText()));
        String url = string(item, "url");
        String markup = string(item, "content_html");
        return new FeedEntry(
                string(item, "id"),
                Links.absolute(base, url != null ? url : string(item, "external_url")),
                Links.plain(string(item, "title")),
                List.copyOf(authors),
                FeedDate.parse(string(item, "date_published")),
                FeedDate.parse(string(item, "date_modified")),
                string(item, "summary"),
                markup != null ? markup : string(item, "content_text"),
                List.copyOf(tags),
                Links.absolute(base, string(item, "image")));
    }

    private static void addName(List<String> authors, JsonNode author) {
        String name = string(author, "name");
        if (name != null) {
            authors.add(name);
        }
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
