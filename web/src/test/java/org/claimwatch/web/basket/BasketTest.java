package org.claimwatch.web.basket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one ticks stays ticked, page after page, and leaves as a file with as many rows as the basket says. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsBen
class BasketTest {
    private static final String BASKET = "/teams/river-desk/basket";
    private static final String ALL = "/search?period=all";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    Session session;

    @TestHTTPResource("/")
    URI home;

    @BeforeEach
    void empty() {
        press.gold();
        Forms.post(BASKET + "/empty", Map.of());
    }

    @Test
    void ticks_survive_paging_without_scripts() {
        try (Browser browser = Browser.open();
                BrowserContext plain = browser.withoutScripts();
                Page page = plain.newPage()) {
            page.navigate(home.resolve(ALL).toString());
            ticks(page).nth(0).check();
            ticks(page).nth(2).check();
            press(page, "Keep them, then older");
            assertThat(page.url()).contains("after=");
            ticks(page).nth(1).check();
            press(page, "Keep the ticks");
            assertThat(page.url()).contains("after=");
            PlaywrightAssertions.assertThat(ticks(page).nth(1)).isChecked();
            page.navigate(home.resolve(ALL).toString());
            PlaywrightAssertions.assertThat(ticks(page).nth(0)).isChecked();
            PlaywrightAssertions.assertThat(ticks(page).nth(1)).not().isChecked();
            PlaywrightAssertions.assertThat(ticks(page).nth(2)).isChecked();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your basket: 3"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".totals b")).hasText("3");
            PlaywrightAssertions.assertThat(page.locator("article.statement")).hasCount(3);
            assertThat(rows("basket.csv")).hasSize(1 + 3);
            assertThat(rows("basket.jsonl")).hasSize(3).allMatch(row -> row.startsWith("{\"statement\":"));

            ticks(page).nth(0).uncheck();
            press(page, "Keep the ticks");
            PlaywrightAssertions.assertThat(page.locator(".totals b")).hasText("2");
            page.locator("details.danger summary").click();
            press(page, "Empty it");
            PlaywrightAssertions.assertThat(page.locator(".nothing")).containsText("Nothing is in it");
        }
    }

    @Test
    void a_script_keeps_a_tick_as_it_is_set() {
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve(ALL).toString());
            var kept =
                    page.waitForResponse("**" + BASKET, () -> ticks(page).nth(4).check());
            assertThat(kept.status()).isEqualTo(204);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("older →"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("form.ticks a")).hasText("Your basket: 1");
        }
    }

    @Test
    void is_a_persons_own_and_a_teams_own() {
        long version = desk.in(
                "river-desk",
                () -> session.createNativeQuery("select min(id) from article_version", Long.class)
                        .getSingleResult());
        long other = desk.make("river-desk", "Of another member", "dam", Instant.now(), "a@example.org")
                .review();
        assertThat(other).isPositive();
        desk.in(
                "river-desk",
                () -> session.createNativeMutationQuery("""
                        insert into basket_item (team_id, account_id, article_version_id, content_start, content_end)
                        select t.id, a.id, :version, 0, 9 from team t, account a
                        where t.slug = 'river-desk' and a.subject = 'member-of-river-desk'""")
                        .setParameter("version", version)
                        .executeUpdate());
        assertThat(given().get(BASKET).asString()).contains("Nothing is in it");
        assertThat(rows("basket.jsonl")).isEmpty();
        assertThat(given().get("/teams/health-desk/basket").statusCode()).isEqualTo(404);
    }

    @Test
    void tells_of_what_has_been_corrected_since() {
        var rows = stranger.put("Words of a stranger", "https://basket.example/", 0.95f, Instant.now());
        try {
            Long statement = desk.in(
                    "river-desk",
                    () -> session.createNativeQuery(
                                    "select s.id from statement s join article_version v on v.id = s.article_version_id"
                                            + " where v.article_id = :article",
                                    Long.class)
                            .setParameter("article", rows.article())
                            .getSingleResult());
            assertThat(Forms.post(BASKET, Map.of("shown", statement, "tick", statement))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(given().get(BASKET).asString()).contains("<b>1</b> statement");
            assertThat(given().get("/api/v1" + BASKET + "/size").asString())
                    .isEqualTo("{\"statements\":1,\"replaced\":0}");
            desk.in(
                    "river-desk",
                    () -> session.createNativeMutationQuery("""
                            insert into article_version (article_id, number, title, text, language, fetched_at, content_hash,
                              analysed_at, analysis_version)
                            values (:article, 2, 'Corrected', 'Corrected', 'en', now(), 'h2', now(), 'test')""")
                            .setParameter("article", rows.article())
                            .executeUpdate());
            assertThat(given().get(BASKET).asString())
                    .contains("<b>0</b> statements", "1 statement more in articles that have a newer version since");
            assertThat(given().get("/api/v1" + BASKET + "/size").asString())
                    .isEqualTo("{\"statements\":1,\"replaced\":1}");
        } finally {
            stranger.remove(rows);
        }
    }

    @Test
    void is_reviewed_one_statement_after_the_other() {
        String queue = "/teams/river-desk/reviews/queue?of=basket";
        List<String> picked = values("tick", given().get(ALL).asString()).subList(3, 5);
        Forms.post(BASKET, Map.of("tick", picked));
        try {
            for (int left = 2; left > 0; left--) {
                String page = given().get(queue).asString();
                assertThat(page)
                        .containsPattern("%d readings? of <a href=\"%s\">your basket</a> wait".formatted(left, BASKET));
                String asked = values("statement", page).getFirst();
                assertThat(picked).contains(asked);
                assertThat(Forms.post("/teams/river-desk/reviews/skip", Map.of("statement", asked, "of", "basket"))
                                .header("Location"))
                        .endsWith(queue);
            }
            assertThat(given().get(queue).asString()).contains("Nothing waits for you");
        } finally {
            desk.in(
                    "river-desk",
                    () -> session.createNativeMutationQuery("delete from review_skip")
                            .executeUpdate());
        }
    }

    private static List<String> values(String name, String page) {
        return Pattern.compile("name=\"%s\" value=\"(\\d+)\"".formatted(name))
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void leads_back_to_pages_of_this_site_only() {
        assertThat(Forms.post(BASKET, Map.of("then", "//elsewhere.example/")).header("Location"))
                .endsWith(BASKET);
        assertThat(Forms.post(BASKET, Map.of("then", ALL, "tick", List.of("x", "-1")))
                        .header("Location"))
                .endsWith(ALL);
    }

    private static List<String> rows(String file) {
        return given().get(BASKET + "/export/" + file).asString().lines().toList();
    }

    private static Locator ticks(Page page) {
        return page.locator("input[name=tick]");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
