package org.claimwatch.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.story.StoryClusterer.Placement;
import org.junit.jupiter.api.Test;

class LikelyStoryClustererTest {
    private static final Instant DAY = Instant.parse("2025-09-08T10:00:00Z");
    private static final List<Known> EARLIER = List.of(
            new Known(
                    1, Profiles.of("Dockers strike at Sable Harbour", "Dockers shut the gates of Sable Harbour.", DAY)),
            new Known(2, Profiles.of("Bank raises rate", "The Bank of Lindmark raised its key rate to 5.25%.", DAY)));

    private final StoryClusterer clusterer = new LikelyStoryClusterer();

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

    @Test
    void another_event_of_the_same_kind_is_another_story() {
        List<Known> fires = List.of(
                new Known(1, Profiles.of("Fire guts supermarket in Hollmere", """
                        A supermarket in Hollmere has been destroyed by a fire that broke out on Friday night. About 60
                        firefighters fought the blaze at the Corvane store in Mill Street. Station officer Della Rusk said
                        the roof fell in shortly before midnight. Nobody was hurt.""", null)),
                new Known(1, Profiles.of("Hollmere shoppers mourn their store", """
                        Police are treating the fire at the Corvane supermarket in Mill Street, Hollmere, as suspicious.
                        Flats above the store were evacuated. "It was the heart of the town," said Mayor Orla Finch.""", null)));

        assertThat(clusterer.place(Profiles.of("Wexcombe superstore ablaze", """
                        Crews were called to the Corvane building on Wexcombe's Station Road just after 6am. Smoke could be
                        seen from Tarrow, ten miles away. Manager Colin Thrale was taken to Abbot's Hospital, and trains
                        between Wexcombe and Lenn were stopped until noon.""", null), fires))
                .isEmpty();
        assertThat(clusterer.place(Profiles.of("Boy, 15, arrested over Hollmere blaze", """
                        Police have arrested a boy over the fire that destroyed the Corvane supermarket in Mill Street,
                        Hollmere, on Friday. Mayor Orla Finch asked for calm.""", null), fires))
                .map(Placement::story)
                .hasValue(1L);
    }

    @Test
    void a_script_without_capitals_is_read_as_well() {
        List<Known> earlier = List.of(
                new Known(
                        1,
                        Profiles.of(
                                "إضراب عمال ميناء سيبل",
                                "أغلق عمال ميناء سيبل البوابات يوم الاثنين وقال الاتحاد إن الإضراب سيستمر حتى الجمعة.",
                                DAY)),
                new Known(
                        2,
                        Profiles.of(
                                "البنك يرفع الفائدة", "رفع بنك ليندمارك سعر الفائدة الرئيسي إلى 5.25 في المئة.", DAY)));

        assertThat(clusterer.place(
                        Profiles.of(
                                "ميناء سيبل مغلق",
                                "ما زال عمال ميناء سيبل في إضراب وقال الاتحاد إن البوابات مغلقة.",
                                DAY),
                        earlier))
                .map(Placement::story)
                .hasValue(1L);
    }

    @Test
    void how_sure_a_placement_is_grows_with_what_is_shared() {
        ArticleProfile same =
                Profiles.of("Dockers strike at Sable Harbour", "Dockers shut the gates of Sable Harbour.", DAY);
        ArticleProfile akin = Profiles.of("Gates stay shut", "The dockers of Sable Harbour are still on strike.", DAY);

        float surer = clusterer.place(same, EARLIER).orElseThrow().confidence();

        assertThat(surer)
                .isGreaterThan(clusterer.place(akin, EARLIER).orElseThrow().confidence())
                .isLessThanOrEqualTo(1);
    }
}
