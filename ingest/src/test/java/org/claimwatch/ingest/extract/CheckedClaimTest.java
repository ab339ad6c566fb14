package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CheckedClaimTest {
    @Test
    void of_a_page_with_one() {
        assertThat(read("""
                {"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://check.example/1",
                 "claimReviewed": "The bridge at Tarn cost 40 million crowns.",
                 "author": {"@type": "Organization", "name": "Tarn Facts"},
                 "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Edda Moor"}},
                 "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"}}"""))
                .containsExactly(new CheckedClaim(
                        "The bridge at Tarn cost 40 million crowns.", "Edda Moor", "False", "Tarn Facts"));
    }

    /** The file is what web writes of a team's verdicts, byte for byte (its {@code ClaimReviewsTest}). */
    @Test
    void of_a_feed_that_claimwatch_itself_publishes() throws IOException {
        assertThat(read(published()))
                .containsExactly(
                        new CheckedClaim(
                                "The bridge at Tarn cost 40 million crowns & more.",
                                "Edda Moor",
                                "False",
                                "Tarn Facts"),
                        new CheckedClaim("Snow fell in June.", null, "False", "Tarn Facts"),
                        new CheckedClaim("No ferry ran.", "The harbour board", "False", "Tarn Facts"));
    }

    private static String published() throws IOException {
        try (var file = Objects.requireNonNull(
                CheckedClaimTest.class.getResourceAsStream("/org/claimwatch/common/claim-reviews.jsonld"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void among_the_things_of_a_graph_by_reference_and_each_once() {
        assertThat(read("""
                {"@graph": [
                  {"@type": "Organization", "@id": "#us", "name": "Tarn Facts", "url": "https://check.example/"},
                  {"@type": ["ClaimReview", "Review"], "claimReviewed": "No ferry &amp; no bus ran.",
                   "author": {"@id": "#us"}, "reviewRating": {"ratingValue": "2", "bestRating": "5"}},
                  {"@type": "ClaimReview", "claimReviewed": "No ferry &amp; no bus ran."},
                  {"@type": "ClaimReview", "claimReviewed": "Snow fell in June.",
                   "itemReviewed": [{"@type": "CreativeWork", "author": [{"name": "A forum"}]}]}]}"""))
                .containsExactly(
                        new CheckedClaim("No ferry & no bus ran.", null, "2 of 5", "Tarn Facts"),
                        new CheckedClaim("Snow fell in June.", "A forum", null, null));
    }

    @Test
    void none_of_what_checks_nothing() {
        assertThat(read("{\"@type\": \"NewsArticle\", \"claimReviewed\": \"It rained.\"}"))
                .isEmpty();
        assertThat(read("{\"@type\": \"ClaimReview\", \"claimReviewed\": \"  \"}"))
                .isEmpty();
        assertThat(read("{\"@type\": \"ClaimReview\", \"claimReviewed\": \"" + "long ".repeat(1_000) + "\"}"))
                .isEmpty();
        assertThat(read("{\"@type\": \"ClaimReview\", \"claimReviewed\": {\"@type\": \"ClaimReview\"}}"))
                .isEmpty();
        assertThat(read("{\"@type\": \"ClaimReview\", ")).isEmpty();
    }

    @Test
    void not_without_end() {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 500; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"@type\":\"ClaimReview\",\"claimReviewed\":\"Claim ")
                    .append(i)
                    .append("\"}");
        }
        assertThat(read(many.append("]").toString())).hasSize(20);
    }

    @Test
    void names_that_are_essays_are_left_out() {
        assertThat(read("{\"@type\": \"ClaimReview\", \"claimReviewed\": \"It rained.\", \"author\": {\"name\": \""
                        + "x".repeat(500) + "\"}}"))
                .containsExactly(new CheckedClaim("It rained.", null, null, null));
    }

    private static List<CheckedClaim> read(String json) {
        return new ArticleExtractor(Clock.systemUTC())
                .extract(
                        "<html><head><script type='application/ld+json'>" + json
                                + "</script></head><body><p>Text.</p></body></html>",
                        "https://check.example/1")
                .checked();
    }
}
