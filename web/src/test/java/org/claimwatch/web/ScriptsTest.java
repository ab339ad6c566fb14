package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Searching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scripts add to the pages, and that all of it works without them. */
@QuarkusTest
@AsAda
class ScriptsTest {
    @Inject
    Press press;

    @Inject
    Searching searching;

    @TestHTTPResource("/")
    URI home;

    @AfterEach
    void tidy() {
        searching.tidy();
    }

    @Test
    void a_period_is_changed_without_loading_the_page_anew() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(home.resolve("/claims").toString());
            page.evaluate("window.stillHere = true");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("24 hours"))
                    .click();
            page.waitForURL("**/claims?period=24h");
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("24 hours to 17 Sep 2025");
            assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void facets_are_counted_for_whoever_opens_them_with_and_without_scripts() {
        press.gold();
        String address = home.resolve("/search?period=all&q=ceasefire").toString();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage();
                BrowserContext plain = browser.withoutScripts();
                Page unscripted = plain.newPage()) {
            page.navigate(address);
            page.evaluate("window.stillHere = true");
            page.locator(".facets summary").click();
            PlaywrightAssertions.assertThat(page.locator(".facet-columns")).containsText("Nadia Ferrow");
            assertThat(page.locator(".facets a").first().textContent()).doesNotContain("Count");
            assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
            assertThat(page.url()).isEqualTo(address);
            unscripted.navigate(address);
            unscripted.locator(".facets summary").click();
            unscripted
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Count the matches of each"))
                    .click();
            assertThat(unscripted.locator(".facet-columns").textContent())
                    .isEqualTo(page.locator(".facet-columns").textContent());
        }
    }

    @Test
    void a_form_writes_the_query_without_scripts() {
        press.gold();
        try (Browser browser = Browser.open();
                BrowserContext plain = browser.withoutScripts();
                Page page = plain.newPage()) {
            page.navigate(home.resolve("/search?period=all&as=claims&q=dam+-outlet%3Aharbor")
                    .toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("in a form"))
                    .click();
            PlaywrightAssertions.assertThat(page.getByLabel("All of these words"))
                    .hasValue("dam");
            PlaywrightAssertions.assertThat(page.locator("select[name=outlet-how]"))
                    .hasValue("unlike");
            page.locator("input[name=speaker]").fill("ferrow, selenik");
            page.getByLabel("against", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            assertThat(page.url())
                    .endsWith("/search?as=claims&period=all&q="
                            + URLEncoder.encode(
                                    "dam (speaker:ferrow OR speaker:selenik) -outlet:harbor stance:against",
                                    StandardCharsets.UTF_8));
            page.navigate(home.resolve("/search/form/written?all=dam+x%3Ay").toString());
            PlaywrightAssertions.assertThat(page.locator("[role=alert]"))
                    .containsText("All of these words: At character 5");
        }
    }

    @Test
    void a_search_is_watched_without_loading_the_page_anew_and_without_scripts_by_loading_it() {
        long id = searching.start("https://searched.example/");
        String address = home.resolve("/outlets/searches/" + id).toString();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage();
                BrowserContext plain = browser.withoutScripts();
                Page unscripted = plain.newPage()) {
            page.navigate(address);
            unscripted.navigate(address);
            page.evaluate("window.stillHere = true");
            searching.found(id, "https://searched.example/feed", FeedKind.RSS, "Alle Meldungen", true);
            PlaywrightAssertions.assertThat(page.locator(".found")).containsText("Alle Meldungen");
            searching.end(id, SearchState.DONE, null);
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.CHECKBOX)).isChecked();
            assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
            page.getByRole(AriaRole.CHECKBOX).uncheck();
            PlaywrightAssertions.assertThat(page.locator("[hx-trigger]")).hasCount(0);
            unscripted
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look again"))
                    .click();
            PlaywrightAssertions.assertThat(unscripted.getByRole(AriaRole.CHECKBOX))
                    .isChecked();
        }
    }

    @Test
    void no_text_becomes_markup_but_what_our_own_server_answered() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/claims").toString());
            for (String sink : List.of(
                    "document.body.innerHTML = '<b>x</b>'",
                    "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
                    "document.createRange().createContextualFragment('<b>x</b>')",
                    "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
                    "document.write('<b>x</b>')",
                    "document.createElement('script').src = '/app.js'",
                    "document.createElement('script').text = '1'",
                    "document.createElement('iframe').srcdoc = 'x'",
                    "htmx.swap('main', '<b>x</b>', { swapStyle: 'innerHTML' })",
                    "trustedTypes.createPolicy('another', { createHTML: (x) => x })")) {
                assertThat(page.evaluate("() => { try { " + sink + "; return 'done'; } catch (e) { return e.name; } }"))
                        .as(sink)
                        .isEqualTo("TypeError");
            }
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Claims");
        }
    }

    @Test
    void going_back_shows_what_was_there() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/claims").toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("24 hours"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("24 hours to");
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("7 days to");
            assertThat(page.url()).endsWith("/claims");
        }
    }

    @Test
    void a_session_that_ends_under_way_leads_on_to_where_one_wanted_to_go() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/claims").toString());
            List<String> asked = new ArrayList<>();
            page.route("**/claims?period=24h", route -> {
                String by = route.request().headers().get("x-requested-with");
                asked.add(route.request().resourceType());
                if ("JavaScript".equals(by)) {
                    // What quarkus-oidc answers to a script without a session: SignInTest.
                    route.fulfill(new FulfillOptions().setStatus(499));
                } else {
                    route.resume();
                }
            });
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("24 hours"))
                    .click();
            page.waitForURL("**/claims?period=24h");
            PlaywrightAssertions.assertThat(page.locator(".which")).containsText("24 hours to");
            assertThat(asked).containsExactly("xhr", "document");
        }
    }

    @Test
    void without_scripts_one_gets_from_a_search_to_the_archived_page_and_saves_a_monitor() {
        press.gold();
        try (Browser browser = Browser.open();
                BrowserContext plain = browser.withoutScripts();
                Page page = plain.newPage()) {
            page.navigate(home.resolve("/").toString());
            page.locator("#q").fill("ceasefire");
            page.locator("#q").press("Enter");
            PlaywrightAssertions.assertThat(page.locator(".explained"))
                    .hasText("Statements with the word “ceasefire”.");
            Locator claim = page.locator(".of-claim a").first();
            String text = claim.innerText();
            claim.click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(text);
            page.locator("article.statement .provenance a").first().click();
            assertThat(page.url()).matches(".*/articles/\\d+\\?version=\\d+#statement-\\d+");
            page.locator("div:target .provenance a")
                    .filter(new Locator.FilterOptions().setHasText("archived page"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Archived page");

            page.navigate(home.resolve("/search?q=ceasefire").toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("save as monitor"))
                    .click();
            page.locator("input[name=name]").fill("Saved without scripts");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Saved without scripts");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit"))
                    .click();
            page.locator("details.danger summary").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete it"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("Saved without scripts");
        }
    }

    @Test
    void on_paper_there_is_what_was_found_and_nothing_to_press() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            page.navigate(home.resolve("/search?period=all&q=dam").toString());
            Pictures.take(page, "search-print");
            PlaywrightAssertions.assertThat(page.locator("article.statement").first())
                    .isVisible();
            PlaywrightAssertions.assertThat(page.locator(".explained")).isVisible();
            for (String pressed :
                    List.of(".top", ".side", "form.ticks", ".tick", "nav.paging", "button", "details.review")) {
                PlaywrightAssertions.assertThat(page.locator(pressed + ":visible"))
                        .hasCount(0);
            }
            assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(31, 36, 38)");
        }
    }
}
