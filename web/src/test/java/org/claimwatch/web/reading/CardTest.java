package org.claimwatch.web.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Refusals;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every statement card offers, wherever it is shown: its citation, and a tick for the basket. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsBen
class CardTest {
    private static final String BASKET = "/teams/river-desk/basket";

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI home;

    @BeforeEach
    void empty() {
        press.gold();
        Forms.post(BASKET + "/empty", Map.of());
    }

    private List<String> pages() {
        return List.of(
                "/articles/" + press.article("hal-0909-kessa-shelling"),
                "/actors/" + press.actor("Nadia Ferrow") + "?period=all",
                "/matrix?period=all&of=" + press.actor("Davor Selenik") + "&on=Kareth",
                "/claims/" + press.claim("cf-obs-both"),
                "/search?period=all&q=speaker%3Aferrow");
    }

    @Test
    void every_card_has_a_citation_and_a_tick() {
        for (String path : pages()) {
            String page = given().urlEncodingEnabled(false).get(path).asString();
            int cards = count(page, "<article class=\"statement");
            assertThat(cards).as(path).isPositive();
            assertThat(count(page, "<details class=\"cite\">")).as(path).isEqualTo(cards);
            assertThat(count(page, "name=\"tick\"")).as(path).isEqualTo(cards);
            assertThat(count(page, "<form id=\"basket\"")).as(path).isEqualTo(1);
        }
    }

    @Test
    void without_scripts_a_citation_is_read_and_ticks_are_kept_by_their_button() {
        try (Browser browser = Browser.open();
                BrowserContext plain = browser.withoutScripts();
                Page page = plain.newPage()) {
            int kept = 0;
            for (String path : pages().subList(0, 3)) {
                page.navigate(home.resolve(path).toString());
                page.locator("details.cite summary").first().click();
                PlaywrightAssertions.assertThat(page.locator(".citation").first())
                        .isVisible();
                PlaywrightAssertions.assertThat(page.locator(".copy:visible")).hasCount(0);
                page.locator("article.statement input[name=tick]:not(:checked)")
                        .first()
                        .check();
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep the ticks"))
                        .click();
                kept++;
                PlaywrightAssertions.assertThat(page.locator("form.ticks a")).hasText("Your basket: " + kept);
                assertThat(page.url()).contains(path.replaceFirst("\\?.*", ""));
            }
        }
    }

    @Test
    void a_citation_says_who_what_where_and_how_it_came_and_is_copied_as_it_reads() {
        for (boolean clipboard : List.of(true, false)) {
            try (Browser browser = Browser.open();
                    BrowserContext context = browser.chromium()
                            .newContext(new NewContextOptions()
                                    .setPermissions(List.of("clipboard-read", "clipboard-write")));
                    Page page = context.newPage()) {
                if (!clipboard) {
                    // As on an instance without TLS, whose pages have no clipboard of their own.
                    page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
                }
                Refusals refusals = Refusals.in(context);
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
                page.navigate(home.resolve(pages().getFirst()).toString());
                var card = page.locator("article.statement").first();
                card.locator("details.cite summary").click();
                String shown = card.locator(".citation").innerText();
                assertThat(shown.lines())
                        .hasSize(4)
                        .first()
                        .asString()
                        .startsWith(card.locator(".who .name").innerText())
                        .contains(card.locator("blockquote").innerText())
                        .endsWith("]");
                assertThat(shown)
                        .contains(
                                "Halyard, “",
                                "2025",
                                "http://",
                                "Way of the words: ",
                                " → Halyard",
                                "Read by a machine with confidence 0.95 of 1",
                                "confirmed by nobody; version 2 of the article; Claimwatch");
                card.locator("button.copy").click();
                PlaywrightAssertions.assertThat(card.locator("[role=status]")).hasText("Copied");
                page.locator("#q").fill("");
                page.locator("#q").press("Control+v");
                assertThat(page.locator("#q").inputValue().replaceAll("\\s+", " "))
                        .isEqualTo(shown.replaceAll("\\s+", " "));
                assertThat(complaints).isEmpty();
                assertThat(refusals.taken()).isEmpty();
            }
        }
    }

    @Test
    void who_would_cite_what_a_person_rejected_is_warned_and_the_citation_says_so() {
        String path = "/search?period=all&q=outlet%3Aabendbote";
        String page = given().urlEncodingEnabled(false).get(path).asString();
        String statement = page.replaceFirst("(?s).*?name=\"tick\" value=\"(\\d+)\".*", "$1");
        try {
            Forms.post("/teams/river-desk/reviews", Map.of("statement", statement, "verdict", "REJECTED"));
            String card = given().urlEncodingEnabled(false)
                    .get(path)
                    .asString()
                    .replaceFirst("(?s).*?(<article class=\"statement.*?</article>).*", "$1");
            assertThat(card)
                    .contains("A person rejected this reading: do not cite it.", ", rejected by a person; version");
        } finally {
            Forms.post("/teams/river-desk/reviews", Map.of("statement", statement, "verdict", "ACCEPTED"));
        }
        assertThat(given().urlEncodingEnabled(false).get(path).asString())
                .contains(", confirmed by a person; version")
                .doesNotContain("do not cite it");
    }

    private static int count(String page, String words) {
        return page.split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }
}
