package org.claimwatch.web.today;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Searching;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From an empty instance to the first claim: each page says what would fill it, and Today what to do next. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@TestProfile(FirstRunTest.Empty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@AsAda
class FirstRunTest {
    /** An application of its own, with a database in which nothing is. */
    public static final class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("test.empty", "true");
        }
    }

    private static final List<String> LISTS = List.of(
            "/",
            "/claims",
            "/stories",
            "/actors",
            "/outlets",
            "/matrix",
            "/matrix?by=outlet",
            "/network",
            "/search",
            "/search?as=articles",
            "/search?as=claims",
            "/search?as=stories",
            "/teams/river-desk/monitors",
            "/teams/river-desk/searches",
            "/teams/river-desk/basket",
            "/teams/river-desk/reviews",
            "/teams/river-desk/digests");

    @Inject
    EntityManager entities;

    @Inject
    Searching searching;

    @TestHTTPResource("/")
    URI home;

    @Test
    @Order(1)
    void every_list_says_what_would_fill_it() {
        var each = new SoftAssertions();
        try (Browser browser = Browser.open();
                BrowserContext narrow = browser.chromium()
                        .newContext(new NewContextOptions()
                                .setViewportSize(320, 800)
                                .setColorScheme(ColorScheme.DARK));
                Page page = narrow.newPage()) {
            for (String list : LISTS) {
                page.navigate(home.resolve(list).toString());
                each.assertThat(page.locator(list.equals("/") ? "#first-steps" : "main .nothing")
                                .count())
                        .as(list)
                        .isPositive();
                each.assertThat(Axe.violations(page)).as(list).isEmpty();
                Pictures.take(page, "empty%s-narrow".formatted(list.replaceAll("[/?=]+", "-")));
            }
        }
        each.assertAll();
    }

    @Test
    @Order(2)
    @AsBen
    void who_may_not_add_an_outlet_is_told_who_may() {
        assertThat(given().get("/").asString())
                .contains("an administrator of this instance can do that")
                .doesNotContain("/outlets/new", "New claims");
    }

    @Test
    @Order(3)
    void today_leads_from_step_to_step_and_looks_again_by_itself() {
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.toString());
            picture(page, "empty");
            PlaywrightAssertions.assertThat(page.locator("[aria-current=step]")).containsText("Add an outlet");
            PlaywrightAssertions.assertThat(page.locator("#first-steps")).containsText("load the sample press");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add the first outlet"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Add an outlet");

            searching.start("https://searched.example/");
            page.navigate(home.toString());
            PlaywrightAssertions.assertThat(page.locator("[aria-current=step]"))
                    .containsText("the feeds of searched.example are looked for");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose its feeds"))
                    .click();
            assertThat(page.url()).contains("/outlets/searches/");
            searching.tidy();

            var outlet = store(new Outlet("Own Post", "https://own.example/", Instant.now()));
            var feed = store(new Feed(outlet, "https://own.example/feed", Instant.now()));
            page.navigate(home.toString());
            Locator now = page.locator("[aria-current=step]");
            PlaywrightAssertions.assertThat(now).containsText("Its feeds answer: 1 feed, 0 answered");
            page.evaluate("window.stillHere = true");

            change("update feed set last_success_at = now(), state = '%s' where id = %d"
                    .formatted(FeedState.ACTIVE, feed.id));
            PlaywrightAssertions.assertThat(now).containsText("Articles are fetched");
            var article = store(new Article(outlet, "https://own.example/1", Instant.now()));
            store(new Article(outlet, "https://own.example/2", Instant.now()));
            PlaywrightAssertions.assertThat(now).containsText("0 of 2 articles announced");
            change("update article set fetch_state = '%s' where id = %d".formatted(FetchState.FETCHED, article.id));
            var version = store(new ArticleVersion(article, 1, "Title", "A text.", "hash", Instant.now()));
            PlaywrightAssertions.assertThat(now).containsText("Articles are read: 0 of 1");
            picture(page, "reading");
            JsonPath steps = given().get("/api/v1/today").jsonPath().setRootPath("steps");
            assertThat(List.of(steps.getInt("outlets"), steps.getInt("feeds"), steps.getInt("answering")))
                    .containsOnly(1);
            assertThat(List.of(steps.getInt("announced"), steps.getInt("fetched"), steps.getInt("read")))
                    .containsExactly(2, 1, 0);
            assertThat(steps.<Object>get("claim")).isNull();
            assertThat(given().get("/claims").asString())
                    .as("what a list is still without")
                    .contains("One article of this period is fetched and not read yet.");
            change("update article_version set analysed_at = now(), analysis_version = 'test' where id = "
                    + version.id);
            PlaywrightAssertions.assertThat(now).containsText("The first claim");
            assertThat(given().get("/claims").asString()).doesNotContain("not read yet");
            var claim = store(new Claim("The dam holds.", "en", 0.9f, Instant.now()));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open it"))
                    .click();
            assertThat(page.url()).endsWith("/claims/" + claim.id);
            assertThat(given().get("/api/v1/today").jsonPath().getLong("steps.claim"))
                    .isEqualTo(claim.id);
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator("#new-claims")).isVisible();
            PlaywrightAssertions.assertThat(page.locator("[hx-trigger]")).hasCount(0);
            picture(page, "arrived");
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("brought up to date just now");
            change("update article_version set analysed_at = now() - interval '25 hours'");
            page.reload();
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("nothing has been read since");
            PlaywrightAssertions.assertThat(page.locator(".which a")).hasAttribute("href", "/system");
        }
    }

    private static void picture(Page page, String name) {
        assertThat(Axe.violations(page)).as(name).isEmpty();
        Pictures.take(page, "first-run-%s-wide".formatted(name));
    }

    private <T> T store(T row) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.persist(row);
            return row;
        });
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
