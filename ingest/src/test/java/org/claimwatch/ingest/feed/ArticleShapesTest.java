package org.claimwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.ingest.support.SamplePress;
import org.junit.jupiter.api.Test;

class ArticleShapesTest {
    private static final List<String> GAZETTE = SamplePress.servedArticles().stream()
            .map(article -> article.path("url").asText())
            .filter(url -> url.contains("sableharbourgazette"))
            .toList();

    @Test
    void nothing_read_teaches_nothing() {
        assertThat(ArticleShapes.UNKNOWN.judge(URI.create("https://a.example/2025/09/13/x-y-z-1")))
                .isEmpty();
    }

    @Test
    void the_gazettes_three_articles_give_away_a_headline_of_one_word() throws NotAFeedException {
        String page = """
                <html><body><h3><a href="/news/harbour/14-09-2025-gates.htm">Strike!</a></h3>
                <h3><a href="13-09-2025-orrin.htm">Ceasefire agreed in Solwick</a></h3>
                <a href="/notices.htm">Lost, one oar; found, one oar, not the same</a></body></html>""";
        URI address = URI.create("https://sableharbourgazette.example/news/national/index.htm");
        assertThat(links(page, address, ArticleShapes.UNKNOWN))
                .as("before anything was read")
                .containsExactly("/news/national/13-09-2025-orrin.htm");
        assertThat(links(page, address, ArticleShapes.learn(GAZETTE, List.of())))
                .containsExactly("/news/harbour/14-09-2025-gates.htm", "/news/national/13-09-2025-orrin.htm");
    }

    @Test
    void every_outlet_of_the_sample_press_recognises_the_article_that_it_did_not_learn_from() {
        var byHost = SamplePress.servedArticles().stream()
                .map(article -> article.path("url").asText())
                .collect(java.util.stream.Collectors.groupingBy(
                        url -> URI.create(url).getHost()));
        assertThat(byHost).hasSize(8);
        int recognised = 0;
        int all = 0;
        for (List<String> urls : byHost.values()) {
            for (String left : urls) {
                List<String> others =
                        urls.stream().filter(url -> !url.equals(left)).toList();
                Optional<Boolean> judged =
                        ArticleShapes.learn(others, List.of()).judge(URI.create(left));
                assertThat(judged).as(left).isNotEqualTo(Optional.of(false));
                recognised += judged.isPresent() ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isEqualTo(40);
        assertThat(recognised)
                .as("recognised of 40, with 2 to 7 others to learn from")
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void pages_without_a_text_are_not_tried_again_under_new_addresses() {
        List<String> articles = numbered("https://a.example/news/2025/09/13/story-%d.html", 12);
        List<String> videos = numbered("https://a.example/video/2025/09/13/clip-%d.html", 5);
        ArticleShapes learnt = ArticleShapes.learn(articles, videos);
        assertThat(judge(learnt, "https://a.example/news/2025/09/14/another-77.html"))
                .contains(true);
        assertThat(judge(learnt, "https://a.example/video/2025/09/14/another-78.html"))
                .as("the same form in a section that has no texts")
                .contains(false);
        assertThat(judge(learnt, "https://a.example/sport/2025/09/14/another-79.html"))
                .as("a section never seen, of a form that mostly has texts")
                .isNotEqualTo(Optional.of(false));
    }

    @Test
    void what_all_articles_carry_is_asked_of_a_new_one() {
        ArticleShapes learnt =
                ArticleShapes.learn(numbered("https://a.example/news/some-story-of-today-48%04d", 12), List.of());
        assertThat(judge(learnt, "https://a.example/about-us-and-our-long-history"))
                .contains(false);
        assertThat(judge(learnt, "https://a.example/news/short-481234")).isEmpty();
    }

    @Test
    void an_outlet_whose_server_was_down_is_not_given_up() {
        ArticleShapes learnt =
                ArticleShapes.learn(List.of(), numbered("https://a.example/2025/09/13/story-%d.html", 40));
        assertThat(judge(learnt, "https://a.example/2025/09/14/story-99.html")).isEmpty();
    }

    @Test
    void what_is_learnt_does_not_depend_on_the_order() {
        List<String> read = new ArrayList<>(numbered("https://a.example/news/2025/09/13/story-of-%d.html", 9));
        read.addAll(numbered("https://a.example/blog/?p=10%02d", 4));
        List<String> asked = List.of(
                "https://a.example/news/2025/09/14/story-of-99.html",
                "https://a.example/blog/?p=1099",
                "https://a.example/blog/?q=x",
                "https://a.example/about");
        List<Optional<Boolean>> first = asked.stream()
                .map(url -> judge(ArticleShapes.learn(read, List.of()), url))
                .toList();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(read, new Random(seed));
            ArticleShapes again = ArticleShapes.learn(read, List.of());
            assertThat(asked.stream().map(url -> judge(again, url)).toList()).isEqualTo(first);
        }
        assertThat(first.subList(0, 3)).containsExactly(Optional.of(true), Optional.of(true), Optional.empty());
    }

    @Test
    void a_form_has_no_words_in_it() {
        assertThat(Stream.of(
                                "https://h.example/world/2025/09/13/orrin-accord-HY0913A.html",
                                "https://c.example/world/orrin-ceasefire-agreed-in-principle-8f21c",
                                "https://k.example/en/politics/188412/",
                                "https://g.example/news/harbour/12-09-2025-gate-three.htm",
                                "https://m.example/markets/20250911-half-a-point.html",
                                "https://b.example/story.php?id=1234",
                                "https://b.example/")
                        .map(url -> AddressShape.of(URI.create(url)).form()))
                .containsExactly(
                        "/w/Y/d/d/wI.html", "/w/sI", "/w/w/N/", "/w/w/Dw.htm", "/w/Ds.html", "/w.php?id=N", "//");
    }

    private static Optional<Boolean> judge(ArticleShapes learnt, String url) {
        return learnt.judge(URI.create(url));
    }

    private static List<String> numbered(String form, int count) {
        return IntStream.range(0, count).mapToObj(form::formatted).toList();
    }

    private static List<String> links(String page, URI address, ArticleShapes learnt) throws NotAFeedException {
        return FeedParser.parse(page.getBytes(StandardCharsets.UTF_8), "text/html", address, null, learnt)
                .entries()
                .stream()
                .map(entry -> URI.create(String.valueOf(entry.link())).getPath())
                .toList();
    }
}
