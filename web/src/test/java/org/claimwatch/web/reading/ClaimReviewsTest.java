package org.claimwatch.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.reading.ClaimReviews.Appearance;
import org.claimwatch.web.reading.ClaimVerdict.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is, byte for byte, the file that ingest's reader of ClaimReview reads in its own test. */
class ClaimReviewsTest {
    private final ObjectMapper json = new ObjectMapper();
    private final ClaimReviews reviews = new ClaimReviews(json);

    @Test
    void a_feed_in_full() throws IOException {
        Given first =
                given(1, "The bridge at Tarn cost 40 million crowns & more.", "Edda Moor", true, "It cost 31 million.");
        Given second = given(2, "Snow fell in June.", null, true, "");
        Given third = given(3, "No ferry ran.", "The harbour board", false, "");
        var bridge = List.of(
                new Appearance(
                        "https://gazette.example/bridge",
                        "A bridge",
                        new Published(Instant.parse("2025-09-08T06:30:00Z"), false),
                        "Gazette"),
                new Appearance("javascript:alert(1)", "None", new Published(Instant.EPOCH, false), "Nobody"),
                new Appearance(
                        "https://weekly.example/bridge",
                        "The bridge",
                        new Published(Instant.parse("2025-09-09T00:00:00Z"), true),
                        "Weekly"));
        assertThat(reviews.feed("Fact-checks of River desk", List.of(first, second, third), Map.of(1L, bridge)) + "\n")
                .isEqualTo(expected());
    }

    @Test
    void nothing_in_it_ends_the_element_that_it_stands_in() throws IOException {
        String words = "</script><script>alert(1)</script><!-- & \u2028 \"";
        String one = reviews.one(given(1, words, words, true, words), Map.of());
        assertThat(one).doesNotContain("<", ">", "&");
        assertThat(json.readTree(one).path("claimReviewed").asText()).isEqualTo(words);
        assertThat(json.readTree(one).path("@context").asText()).isEqualTo("https://schema.org");
    }

    private static Given given(long id, String words, @Nullable String claimant, boolean person, String why) {
        return new Given(
                id,
                id,
                words,
                "en",
                claimant,
                person,
                "False",
                1,
                5,
                why,
                "https://check.example/" + id,
                "Tarn Facts",
                "https://check.example/",
                "Ada",
                Instant.parse("2025-10-0%dT10:00:00Z".formatted(id)),
                null);
    }

    private String expected() throws IOException {
        try (var file = Objects.requireNonNull(
                ClaimReviewsTest.class.getResourceAsStream("/org/claimwatch/common/claim-reviews.jsonld"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
