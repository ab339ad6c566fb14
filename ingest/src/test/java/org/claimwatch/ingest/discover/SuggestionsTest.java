package org.claimwatch.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.discover.Suggestions.Found;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final long NOW = Instant.parse("2026-11-26T06:00:00Z").getEpochSecond();

    @Test
    void one_feed_that_covers_all_stands_for_dozens_of_sections() {
        List<Found> feeds = new ArrayList<>();
        for (int section = 0; section < 30; section++) {
            feeds.add(feed(section, "/section-%d.rss".formatted(section), FeedKind.RSS, section, 30, 600));
        }
        feeds.add(feed(100, "/all.rss", FeedKind.RSS, 0, 1, 40));
        assertThat(suggested(feeds)).containsExactly(100L);
    }

    @Test
    void feeds_that_announce_different_things_are_all_wanted_up_to_a_limit() {
        List<Found> feeds = LongStream.range(0, 12)
                .mapToObj(i -> feed(i, "/%d.rss".formatted(i), FeedKind.RSS, i * 1_000_000, 1, 20))
                .toList();
        assertThat(suggested(feeds)).hasSize(8);
        assertThat(Suggestions.choose(feeds).values())
                .extracting(Suggestions.Choice::reason)
                .contains("more than 8 are not ticked by themselves");
    }

    @Test
    void a_feed_is_preferred_to_a_sitemap_that_says_the_same() {
        assertThat(suggested(List.of(
                        feed(1, "/news-sitemap.xml", FeedKind.NEWS_SITEMAP, 0, 1, 100),
                        feed(2, "/feed", FeedKind.ATOM, 0, 1, 20))))
                .containsExactly(2L);
    }

    @Test
    void a_news_sitemap_is_taken_beside_a_feed_of_the_top_stories() {
        Found top = feed(1, "/top.rss", FeedKind.RSS, 0, 10, 10);
        Found all = feed(2, "/news-sitemap.xml", FeedKind.NEWS_SITEMAP, 0, 1, 100);
        assertThat(suggested(List.of(top, all))).containsExactly(1L, 2L);
    }

    @Test
    void a_feed_that_fell_asleep_and_one_of_comments_are_not() {
        Found asleep = new Found(
                1,
                "/old.rss",
                CandidateOrigin.LINK_TAG,
                FeedKind.RSS,
                50,
                at(NOW - 200L * 86_400),
                List.of(),
                List.of());
        Found comments = feed(2, "/comments/feed", FeedKind.RSS, 7_000_000, 1, 20);
        assertThat(suggested(List.of(asleep, comments, feed(3, "/feed", FeedKind.RSS, 0, 1, 5))))
                .containsExactly(3L);
    }

    @Test
    void an_archive_is_as_old_as_its_newest_feed() {
        Found old = new Found(
                1,
                "/rss",
                CandidateOrigin.LINK_TAG,
                FeedKind.RSS,
                1,
                at(NOW - 900L * 86_400),
                List.of(1L),
                List.of(0L));
        assertThat(suggested(List.of(old))).containsExactly(1L);
    }

    @Test
    void section_pages_come_before_the_front_page_and_only_where_there_is_no_feed() {
        Found home = page(1, "/", CandidateOrigin.HOME_PAGE, 1, 2, 3);
        Found harbour = page(2, "/harbour/", CandidateOrigin.SECTION, 2, 3);
        Found national = page(3, "/national/", CandidateOrigin.SECTION, 1);
        assertThat(suggested(List.of(home, harbour, national))).containsExactly(2L, 3L);
        assertThat(suggested(List.of(home, harbour, national, feed(9, "/feed", FeedKind.JSON, 0, 1, 3))))
                .containsExactly(9L);
    }

    private static List<Long> suggested(List<Found> feeds) {
        var choices = Suggestions.choose(feeds);
        assertThat(choices).hasSameSizeAs(feeds);
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().suggested())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Of an outlet that publishes article number n at n minutes before now: every step-th of them from the first. */
    private static Found feed(long id, String url, FeedKind kind, long first, int step, int entries) {
        List<Long> keys =
                LongStream.range(0, entries).mapToObj(i -> first + i * step).toList();
        List<Long> times = keys.stream().map(key -> NOW - key % 1_000_000 * 60).toList();
        return new Found(id, url, CandidateOrigin.LINK_TAG, kind, entries, at(times.getFirst()), keys, times);
    }

    private static Found page(long id, String url, CandidateOrigin origin, long... articles) {
        List<Long> keys = LongStream.of(articles).boxed().toList();
        return new Found(
                id,
                url,
                origin,
                FeedKind.SECTION_PAGE,
                keys.size(),
                null,
                keys,
                keys.stream().map(key -> 0L).toList());
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
