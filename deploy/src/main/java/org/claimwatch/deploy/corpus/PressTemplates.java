package org.claimwatch.deploy.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sample press with its labels, as what every world is made from.
 *
 * @param articles each with all its versions, oldest first
 */
record PressTemplates(
        List<Outlet> outlets,
        List<List<Version>> articles,
        List<Claim> claims,
        List<Relation> relations,
        List<Pair> copies) {
    record Outlet(Template name, String domain, String country, String language, String ownership) {}

    record Span(int start, int end) {}

    record Version(
            int outlet,
            String story,
            OffsetDateTime published,
            String section,
            Template author,
            Template title,
            Template text,
            String language,
            List<Statement> statements,
            List<Stance> stances) {}

    record Statement(
            Template speaker,
            String kind,
            @Nullable Template affiliation,
            @Nullable Span mention,
            @Nullable Span cue,
            List<Span> content,
            String form,
            List<Hop> chain,
            List<Stance> stances,
            int claim,
            String polarity) {}

    record Hop(String kind, Template name, @Nullable Span span) {}

    record Stance(Template target, String polarity, Span evidence) {}

    record Claim(Template text, boolean checkWorthy) {}

    record Relation(int from, int to, String kind) {}

    /** Two articles with nearly the same text, by their numbers. */
    record Pair(int earlier, int later) {}

    private static final String REPRINTED = "hal-0913-orrin-accord";

    static PressTemplates of(Path samplePress) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, Integer> claimNumbers = new LinkedHashMap<>();
        List<Claim> claims = new ArrayList<>();
        List<JsonNode> claimLines = new ArrayList<>();
        for (String line : Files.readAllLines(samplePress.resolve("claims.jsonl"))) {
            JsonNode claim = json.readTree(line);
            claimLines.add(claim);
            claimNumbers.put(claim.get("id").asText(), claims.size());
            claims.add(new Claim(
                    Template.of(claim.get("text").asText()),
                    claim.get("checkWorthy").asBoolean()));
        }
        List<Outlet> outlets = new ArrayList<>();
        Map<String, Integer> outletNumbers = new HashMap<>();
        Map<String, List<Version>> articles = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : Files.readAllLines(samplePress.resolve("articles.jsonl"))) {
            JsonNode article = json.readTree(line);
            JsonNode outlet = article.get("outlet");
            int number = outletNumbers.computeIfAbsent(outlet.get("domain").asText(), domain -> {
                outlets.add(outlet(outlet));
                return outlets.size() - 1;
            });
            String url = article.get("url").asText();
            articles.computeIfAbsent(url, _ -> new ArrayList<>()).add(version(article, number, claimNumbers));
            numbers.putIfAbsent(article.get("id").asText(), articles.size() - 1);
        }
        return new PressTemplates(
                List.copyOf(outlets),
                List.copyOf(articles.values()),
                List.copyOf(claims),
                relations(claimLines, claimNumbers),
                copies(numbers));
    }

    private static List<Pair> copies(Map<String, Integer> numbers) {
        return List.of("cou-0913-accord-reprint", "don-0913-accord-reprint", "gaz-0913-accord-reprint").stream()
                .map(copy -> new Pair(number(numbers, REPRINTED), number(numbers, copy)))
                .toList();
    }

    private static int number(Map<String, Integer> numbers, String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalStateException("The sample press has no " + id);
        }
        return number;
    }

    private static List<Relation> relations(List<JsonNode> claims, Map<String, Integer> numbers) {
        Set<Relation> relations = new LinkedHashSet<>();
        for (JsonNode claim : claims) {
            for (JsonNode relation : claim.get("relations")) {
                int from = number(numbers, claim.get("id").asText());
                int to = number(numbers, relation.get("to").asText());
                String kind = relation.get("kind").asText();
                // Which contradicts which says the same both ways.
                if (!kind.equals("CONTRADICTS") || !relations.contains(new Relation(to, from, kind))) {
                    relations.add(new Relation(from, to, kind));
                }
            }
        }
        return List.copyOf(relations);
    }

    private static Outlet outlet(JsonNode outlet) {
        return new Outlet(
                Template.of(outlet.get("name").asText()),
                outlet.get("domain").asText(),
                outlet.get("country").asText(),
                outlet.get("language").asText(),
                outlet.get("ownership").asText());
    }

    private static Version version(JsonNode article, int outlet, Map<String, Integer> claims) {
        Set<Integer> edges = new LinkedHashSet<>();
        List<Statement> statements = list(article.get("statements"), it -> statement(it, claims, edges));
        List<Stance> stances = list(article.get("outletStances"), it -> stance(it, span(it.get("evidence"), edges)));
        return new Version(
                outlet,
                article.get("story").asText(),
                OffsetDateTime.parse(article.get("published").asText()),
                article.get("section").asText(),
                Template.of(article.get("author").asText()),
                Template.of(article.get("title").asText()),
                Template.of(article.get("text").asText(), edges),
                article.get("outlet").get("language").asText().substring(0, 2),
                statements,
                stances);
    }

    private static Statement statement(JsonNode it, Map<String, Integer> claims, Set<Integer> edges) {
        JsonNode speaker = it.get("speaker");
        List<Span> content = list(it.get("content"), span -> required(span(span, edges)));
        String claim = it.get("claim").asText("");
        return new Statement(
                Template.of(speaker.get("name").asText()),
                speaker.get("kind").asText(),
                speaker.get("affiliation").isNull()
                        ? null
                        : Template.of(speaker.get("affiliation").asText()),
                span(speaker.get("mention"), edges),
                span(it.get("cue"), edges),
                content,
                it.get("form").asText(),
                list(
                        it.get("chain"),
                        hop -> new Hop(
                                hop.get("kind").asText(),
                                Template.of(hop.get("name").asText()),
                                span(hop.get("span"), edges))),
                // The labels give a speaker's stance no evidence of its own: it is what was said.
                list(it.get("stances"), stance -> stance(stance, content.getFirst())),
                claim.isEmpty() ? -1 : number(claims, claim),
                it.get("polarity").asText(""));
    }

    private static Stance stance(JsonNode stance, @Nullable Span evidence) {
        return new Stance(
                Template.of(stance.get("target").asText()),
                stance.get("polarity").asText(),
                required(evidence));
    }

    private static @Nullable Span span(@Nullable JsonNode span, Set<Integer> edges) {
        if (span == null || span.isNull()) {
            return null;
        }
        Span found = new Span(span.get(0).asInt(), span.get(1).asInt());
        edges.add(found.start());
        edges.add(found.end());
        return found;
    }

    private static Span required(@Nullable Span span) {
        if (span == null) {
            throw new IllegalStateException("A label of the sample press lacks its span");
        }
        return span;
    }

    private static <T> List<T> list(JsonNode nodes, java.util.function.Function<JsonNode, T> read) {
        return StreamSupport.stream(nodes.spliterator(), false).map(read).toList();
    }
}
