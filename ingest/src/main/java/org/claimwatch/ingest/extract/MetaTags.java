package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page's {@code meta} elements: OpenGraph, Dublin Core, Parsely and all the others, by lower-case name. */
public final class MetaTags {
    private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

    private final Map<String, List<String>> values = new HashMap<>();

    public static MetaTags of(Document page) {
        MetaTags tags = new MetaTags();
        for (Element meta : page.select("meta[content]")) {
            String content = meta.attr("content").replaceAll("\\s+", " ").strip();
            for (String key : KEYS) {
                if (key.equals("itemprop") && isOfAnotherThing(meta)) {
                    continue;
                }
                String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    tags.values.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
                }
            }
        }
        return tags;
    }

    /** A work cited, a comment, a picture: each has an author and a date of its own. */
    private static boolean isOfAnotherThing(Element meta) {
        Element thing = meta.closest("[itemscope]");
        return thing != null
                && thing.hasAttr("itemprop")
                && !thing.attr("itemprop").startsWith("mainEntity");
    }

    /** The first value of the first of these names that has one. */
    public @Nullable String first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.getFirst();
            }
        }
        return null;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
