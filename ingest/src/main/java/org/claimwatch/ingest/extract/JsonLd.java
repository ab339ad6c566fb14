package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The schema.org description of a page's article in JSON-LD, read as leniently as search engines do. */
public final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Pattern ARTICLE =
            Pattern.compile("(article|blogposting|posting|report|newsstory|review|recipe)$", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NODES = 5_000;

    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();

    public static JsonLd of(Document page) {
        JsonLd found = new JsonLd();
        for (Element script : page.select("script[type*=ld+json]")) {
            found.add(script.data());
        }
        return found;
    }

    private void add(String written) {
        String json = written.strip()
                .replaceAll(
                        "^(<!--|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(-->|//\\s*\\]\\]>|\\]\\]>)$",
                        "");
        try {
            collect(JSON.readTree(json), 0);
        } catch (JsonProcessingException e) {
            // A page whose JSON-LD is broken still has its other marks.
        }
    }

    private void collect(JsonNode node, int depth) {
        if (depth > 8 || things.size() > MAX_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, depth + 1));
        } else if (node.isObject()) {
            if (node.has("@type")) {
                things.add(node);
                String id = node.path("@id").asText();
                if (!id.isEmpty() && node.size() > 2) {
                    byId.putIfAbsent(id, node);
                }
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    collect(child, depth + 1);
                }
            });
        }
    }

    /** The article that the page is about: of several, the one with the most to say. */
    JsonNode article() {
        JsonNode best = MissingNode.getInstance();
        int most = 0;
        for (JsonNode thing : things) {
            int says = 0;
            for (String field :
                    List.of("headline", "datePublished", "author", "articleBody", "description", "mainEntityOfPage")) {
                says += thing.path(field).isMissingNode() ? 0 : 1;
            }
            if (isArticle(thing) && says > most) {
                best = thing;
                most = says;
            }
        }
        return best;
    }

    /** Follows a bare reference to where the thing is described. */
    public JsonNode resolve(JsonNode node) {
        JsonNode described =
                node.isObject() && !node.has("name") ? byId.get(node.path("@id").asText()) : null;
        return described == null ? node : described;
    }

    public List<JsonNode> things() {
        return things;
    }

    static boolean isArticle(JsonNode thing) {
        return types(thing).stream().anyMatch(type -> ARTICLE.matcher(type).find());
    }

    public static List<String> types(JsonNode thing) {
        List<String> types = new ArrayList<>();
        JsonNode type = thing.path("@type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    /** A field's text without references and markup; empty where it has none. */
    public static String text(JsonNode node) {
        JsonNode value = node.isArray() ? node.path(0) : node;
        if (value.isObject()) {
            value = value.has("name") ? value.path("name") : value.path("@value");
        }
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return plain.replaceAll("<[^>]{1,200}>", "").replaceAll("\\s+", " ").strip();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
