package org.claimwatch.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.story.StoryClusterer.Placement;
import org.junit.jupiter.api.Test;

class CosineStoryClustererTest {
    private static final Instant DAY = Instant.parse("2025-09-08T10:00:00Z");
    private static final List<Known> EARLIER = List.of(
            new Known(
                    1, Profiles.of("Dockers strike at Sable Harbour", "Dockers shut the gates of Sable Harbour.", DAY)),
            new Known(2, Profiles.of("Bank raises rate", "The Bank of Lindmark raised its key rate to 5.25%.", DAY)));

    private final StoryClusterer clusterer = new CosineStoryClusterer();

    @Test
    void an_article_joins_the_story_that_it_is_most_like() {
        assertThat(clusterer.place(
                        Profiles.of("Gates stay shut", "The dockers of Sable Harbour are still on strike.", DAY),
                        EARLIER))
                .map(Placement::story)
                .hasValue(1L);
    }

    @Test
    void an_article_on_something_else_begins_a_story() {
        assertThat(clusterer.place(Profiles.of("Rain", "Rain fell on the almond orchards.", DAY), EARLIER))
                .isEmpty();
    }

    @Test
    void the_same_words_months_later_are_another_story() {
        Instant later = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(clusterer.place(
                        Profiles.of(
                                "Dockers strike at Sable Harbour", "Dockers shut the gates of Sable Harbour.", later),
                        EARLIER))
                .isEmpty();
    }
}
