package org.claimwatch.web.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article's text is shown with is what its address says, and the text itself stays as it is. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsVera
class LayersTest {
    private static final String CORRECTED = "hal-0909-kessa-shelling";

    private static final String LABEL = "(?s)<span class=\"label\".*?</span>\\s*</span>[^<]*</span> ";

    @Inject
    Press press;

    private Gold gold;

    @BeforeEach
    void fill() {
        gold = press.gold();
    }

    @Test
    void statements_alone_unless_asked_for_otherwise() {
        String page = get(CORRECTED, "");
        String text = text(page);
        assertThat(text)
                .contains("<mark class=\"content\">", "<mark class=\"cue\">", "<mark class=\"speaker\">")
                .doesNotContain("class=\"takes", "<del>", "class=\"label\"", "class=\"added\"");
        assertThat(toggles(page)).hasSize(4);
        assertThat(text(get(CORRECTED, "?show=text"))).doesNotContain("<mark", "class=\"label\"");
        assertThat(text(get(CORRECTED, "?show=zebra"))).doesNotContain("<mark");
    }

    @Test
    void each_toggle_says_how_much_there_is_and_leads_there_and_back() {
        for (GoldArticle article : List.of(article("hal-0909-kessa-shelling-v2"), article("gaz-0912-gate-three"))) {
            String page = get(article.id(), "");
            assertThat(counts(page).subList(0, 3))
                    .as(article.id())
                    .containsExactly(
                            article.statements().size(),
                            article.statements().stream()
                                    .mapToInt(s -> s.stances().size())
                                    .sum(),
                            article.outletStances().size());
        }
        String page = get(CORRECTED, "");
        String stance = href(page, "stance");
        assertThat(stance).endsWith("?show=statements%2Cstance");
        String with = given().urlEncodingEnabled(false).get(stance).asString();
        assertThat(href(with, "stance")).endsWith("/articles/" + press.article(CORRECTED));
        assertThat(href(with, "statements")).endsWith("?show=stance");
        assertThat(href(
                        given().urlEncodingEnabled(false)
                                .get(href(with, "statements"))
                                .asString(),
                        "stance"))
                .endsWith("?show=text");
    }

    @Test
    void stances_are_told_by_sign_and_word_before_the_words_that_show_them() {
        GoldArticle article = article("hal-0909-kessa-shelling-v2");
        String text = text(get(CORRECTED, "?show=stance"));
        List<String> labels = labels(text);
        for (var s : article.statements()) {
            for (var stance : s.stances()) {
                assertThat(labels)
                        .anySatisfy(label -> assertThat(label)
                                .startsWith(s.speaker().name())
                                .contains(sign(stance.polarity()))
                                .endsWith(stance.target()));
            }
        }
        assertThat(labels).isNotEmpty();
        assertThat(text).doesNotContain("class=\"content", "own voice");
    }

    @Test
    void the_outlets_own_voice_is_marked_where_it_speaks_and_found_from_its_list() {
        GoldArticle article = gold.current().stream()
                .filter(a -> a.outletStances().size() > 1)
                .findFirst()
                .orElseThrow();
        String page = get(article.id(), "?show=own");
        String text = text(page);
        assertThat(labels(text))
                .hasSize(article.outletStances().size())
                .allSatisfy(label -> assertThat(label).startsWith("own voice"));
        for (var stance : article.outletStances()) {
            String evidence = cut(article.text(), stance.evidence());
            assertThat(plain(text.replaceAll(LABEL, ""))).contains(evidence);
            assertThat(labels(text))
                    .anySatisfy(label ->
                            assertThat(label).contains(sign(stance.polarity())).endsWith(stance.target()));
        }
        String place = Pattern.compile("href=\"[^\"]*show=own#(own-\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(text).contains("id=\"" + place + "\"");
    }

    @Test
    void what_a_version_changed_is_marked_and_what_it_took_out_stands_where_it_stood() {
        String text = text(get(CORRECTED, "?show=changes"));
        assertThat(text).contains("<mark class=\"added\">").contains("<del>");
        assertThat(text(get(CORRECTED, "?version=1&show=changes"))).doesNotContain("<del>", "class=\"added\"");
        assertThat(counts(get(CORRECTED, "?version=1")).get(3)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?show=text", "?show=statements,stance,own,changes", "?show=stance,own"})
    void whatever_is_shown_the_text_itself_is_the_stored_one(String asked) {
        for (GoldArticle article : gold.current()) {
            assertThat(plain(text(get(article.id(), asked))
                            .replaceAll(LABEL, "")
                            .replaceAll("(?s) <del>.*?</del> ", "")))
                    .as(article.id())
                    .isEqualTo(article.text().replaceAll("\\s+", " ").strip());
        }
    }

    private GoldArticle article(String id) {
        return gold.articles().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String get(String article, String asked) {
        var response = given().urlEncodingEnabled(false).get("/articles/" + press.article(article) + asked);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString();
    }

    private static String text(String page) {
        int from = page.indexOf(">", page.indexOf("<div class=\"text\"")) + 1;
        return page.substring(from, page.indexOf("<p class=\"legend\"", from));
    }

    private static List<String> labels(String text) {
        return Pattern.compile(LABEL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(LayersTest::plain)
                .toList();
    }

    private static List<MatchResult> toggles(String page) {
        String nav = page.substring(page.indexOf("aria-label=\"in the text\""));
        return Pattern.compile("<a href=\"([^\"]*)\"[^>]*>.*?</span> ([^<]*) <span class=\"count\">(\\d+)<"
                        + "|<span class=\"muted\">([^<]*) 0</span>")
                .matcher(nav.substring(0, nav.indexOf("</nav>")))
                .results()
                .toList();
    }

    private static List<Integer> counts(String page) {
        return toggles(page).stream()
                .map(found -> found.group(3) == null ? 0 : Integer.parseInt(found.group(3)))
                .toList();
    }

    private static String href(String page, String label) {
        return toggles(page).stream()
                .filter(found -> label.equals(found.group(2)))
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String sign(String polarity) {
        return switch (polarity) {
            case "FAVOR" -> "▲ favours";
            case "AGAINST" -> "▼ against";
            default -> "■ neutral";
        };
    }

    private static String cut(String text, List<Integer> ends) {
        return text.substring(text.offsetByCodePoints(0, ends.get(0)), text.offsetByCodePoints(0, ends.get(1)));
    }

    private static String plain(String html) {
        return html.replaceAll("</p>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
