package org.claimwatch.web.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.reading.ClaimVerdict.Given;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts in the terms of schema.org's ClaimReview, as JSON-LD that may stand within a page: nothing in it ends its element.
 */
@ApplicationScoped
public class ClaimReviews {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CONTEXT = "https://schema.org";

    private final ObjectMapper json;

    ClaimReviews(ObjectMapper json) {
        this.json = json;
    }

    /** An article in which the claim stands. */
    public record Appearance(String url, String title, Published published, String outlet) {
        public boolean followable() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    String one(Given verdict, Map<Long, List<Appearance>> appearances) {
        var review = NODES.objectNode().put("@context", CONTEXT);
        review.setAll(review(verdict, appearances.getOrDefault(verdict.id(), List.of())));
        return written(review);
    }

    /** A DataFeed, as those who collect ClaimReview take it. */
    String feed(String name, List<Given> verdicts, Map<Long, List<Appearance>> appearances) {
        var feed = NODES.objectNode()
                .put("@context", CONTEXT)
                .put("@type", "DataFeed")
                .put("name", name);
        verdicts.stream()
                .map(Given::givenAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> feed.put("dateModified", newest.toString()));
        ArrayNode elements = feed.putArray("dataFeedElement");
        verdicts.forEach(verdict -> elements.addObject()
                .put("@type", "DataFeedItem")
                .put("dateCreated", verdict.givenAt().toString())
                .set("item", review(verdict, appearances.getOrDefault(verdict.id(), List.of()))));
        return written(feed);
    }

    private static ObjectNode review(Given verdict, List<Appearance> appearances) {
        var review = NODES.objectNode()
                .put("@type", "ClaimReview")
                .put("url", verdict.url())
                .put(
                        "datePublished",
                        verdict.givenAt().atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .put("claimReviewed", verdict.words());
        review.set("author", named("Organization", verdict.organisation(), verdict.organisationUrl()));
        ObjectNode rating = review.putObject("reviewRating")
                .put("@type", "Rating")
                .put("ratingValue", verdict.ratingValue())
                .put("worstRating", 1)
                .put("bestRating", verdict.ratingBest())
                .put("alternateName", verdict.rating());
        if (!verdict.explanation().isEmpty()) {
            rating.put("ratingExplanation", verdict.explanation());
        }
        review.set("itemReviewed", claim(verdict, appearances));
        return review;
    }

    private static ObjectNode claim(Given verdict, List<Appearance> appearances) {
        var claim = NODES.objectNode().put("@type", "Claim").put("text", verdict.words());
        if (verdict.language() != null) {
            claim.put("inLanguage", verdict.language());
        }
        if (verdict.claimant() != null) {
            claim.set("author", named(verdict.claimantPerson() ? "Person" : "Organization", verdict.claimant(), null));
        }
        List<Appearance> followable =
                appearances.stream().filter(Appearance::followable).toList();
        if (!followable.isEmpty()) {
            claim.set("firstAppearance", work(followable.getFirst()));
            ArrayNode all = claim.putArray("appearance");
            followable.forEach(appearance -> all.add(work(appearance)));
        }
        return claim;
    }

    private static ObjectNode work(Appearance appearance) {
        var published = appearance.published();
        var work = NODES.objectNode()
                .put("@type", "CreativeWork")
                .put("url", appearance.url())
                .put("headline", appearance.title())
                .put(
                        "datePublished",
                        published.dayOnly()
                                ? published
                                        .moment()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString()
                                : published.moment().toString());
        work.set("publisher", named("Organization", appearance.outlet(), null));
        return work;
    }

    private static ObjectNode named(String type, String name, @Nullable String url) {
        var node = NODES.objectNode().put("@type", type).put("name", name);
        return url == null ? node : node.put("url", url);
    }

    /** These characters stand within JSON's strings alone, where each may be written by its number. */
    private String written(ObjectNode node) {
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
    }
}
