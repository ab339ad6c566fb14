package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Searching;
import org.claimwatch.web.support.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page in a real browser, light and wide, dark and narrow: axe finds nothing, nothing is cut off, nothing runs wild. */
@QuarkusTest
@AsAda
class AccessibilityTest {
    private static final Path PICTURES = Path.of("target/screenshots");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Searching searching;

    @Inject
    Shelf shelf;

    @TestHTTPResource("/")
    URI home;

    @Test
    void axe_finds_nothing_on_any_page() {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        Made made = desk.make(
                "river-desk", "Ceasefire on the Orrin", "ceasefire OR observers", Instant.now(), "ada@example.org");
        var each = new SoftAssertions();
        try (Browser browser = Browser.open(chromium.get())) {
            look(browser, "wide", 1440, ColorScheme.LIGHT, pages(made), each);
            look(browser, "narrow", 320, ColorScheme.DARK, pages(made), each);
        }
        each.assertAll();
    }

    @Test
    void a_period_is_changed_without_loading_the_page_anew() {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        try (Browser browser = Browser.open(chromium.get());
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
    void a_form_writes_the_query_without_scripts() {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        press.gold();
        try (Browser browser = Browser.open(chromium.get());
                BrowserContext plain =
                        browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
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

    @AfterEach
    void tidy() {
        searching.tidy();
    }

    @Test
    void a_search_is_watched_without_loading_the_page_anew_and_without_scripts_by_loading_it() {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        long id = searching.start("https://searched.example/");
        String address = home.resolve("/outlets/searches/" + id).toString();
        try (Browser browser = Browser.open(chromium.get());
                Page page = browser.chromium().newPage();
                BrowserContext plain =
                        browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
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

    private Map<String, String> pages(Made made) {
        long running = searching.start("https://searched.example/running");
        searching.found(running, "https://searched.example/feed", FeedKind.RSS, "Alle Meldungen", true);
        long done = searching.start("https://searched.example/");
        searching.found(done, "https://searched.example/feed", FeedKind.RSS, "Alle Meldungen", true);
        searching.found(
                done, "https://searched.example/a-long-address/of/a/section.rss", FeedKind.ATOM, "Sport", false);
        searching.refused(done, "https://searched.example/rss.xml", "searched.example answered 404");
        searching.end(done, SearchState.DONE, null);
        long failed = searching.start("https://searched.example/failed");
        searching.end(failed, SearchState.FAILED, "there is no host named searched.example");
        String handedIn = Forms.upload("/outlets/import", "list", "outlets.csv", """
                        name,home page,country,feeds
                        Imported,https://import.searched.example/,AT,https://import.searched.example/a-long-address/feed.rss
                        Imported too,https://import2.searched.example/,,
                        Bad,nowhere,Austria,
                        Twice,https://import.searched.example/,,
                        """.getBytes(StandardCharsets.UTF_8))
                .header("Location")
                .replaceFirst(".*/", "");
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/");
        pages.put("claims", "/claims");
        pages.put("claim", "/claims/" + press.claim("cf-obs-both"));
        pages.put("claim-contested", "/claims/" + press.claim("cf-obs-dalmara-only"));
        pages.put("stories", "/stories");
        pages.put("story", "/stories/" + press.story("ceasefire-orrin"));
        pages.put("article", "/articles/" + press.article("hal-0909-kessa-shelling"));
        pages.put("article-speaker", "/articles/" + press.article("hal-0909-kessa-shelling") + "?speaker=Anton+Grebik");
        pages.put("article-changes", "/articles/" + press.article("hal-0909-kessa-shelling") + "/changes");
        pages.put("article-reprint", "/articles/" + press.article("gaz-0913-accord-reprint"));
        pages.put("article-arabic", "/articles/" + press.article("sad-0910-rubelin-deaths"));
        long archived = press.article("hal-0909-kessa-shelling");
        shelf.put(
                archived,
                "<!doctype html><html lang=en><title>Page</title><main><h1>The page</h1><p>As fetched.</p></main>");
        pages.put("article-archived", "/articles/" + archived + "/versions/1/archived");
        pages.put(
                "article-not-archived",
                "/articles/" + press.article("sad-0910-rubelin-deaths") + "/versions/1/archived");
        pages.put("article-erase", "/articles/" + archived + "/erase");
        pages.put("actors", "/actors");
        pages.put("actor", "/actors/" + press.actor("Nadia Ferrow"));
        pages.put("outlets", "/outlets");
        pages.put("outlet", "/outlets/" + press.outlet("Sable Harbour Gazette"));
        pages.put("outlet-retention", "/outlets/" + press.outlet("Sable Harbour Gazette") + "/retention");
        pages.put("outlet-new", "/outlets/new");
        pages.put("outlet-search-running", "/outlets/searches/" + running);
        pages.put("outlet-search", "/outlets/searches/" + done);
        pages.put("outlet-search-failed", "/outlets/searches/" + failed);
        pages.put("outlet-import", "/outlets/import");
        pages.put("outlet-import-preview", "/outlets/import/" + handedIn);
        pages.put("matrix", "/matrix?period=all");
        pages.put("matrix-cell", "/matrix?period=all&of=" + press.actor("Davor Selenik") + "&on=Kareth");
        pages.put("matrix-outlets", "/matrix?by=outlet&period=all&holder=a");
        pages.put("network", "/network?period=all");
        pages.put("network-nothing", "/network?period=own&from=2001-01-01&to=2001-01-02");
        pages.put("search", "/search?q=speaker%3Aferrow+-zebra&period=all");
        pages.put("search-nothing", "/search?q=topic%3Anothing+zebra");
        pages.put("search-misread", "/search?q=ceasefire+topi%3Awar&period=all");
        pages.put(
                "search-form",
                "/search/form?q=dam+speaker%3Aferrow+stance%3Aagainst+-outlet%3A%3DHarbor+%28a+OR+lang%3Aen%29");
        pages.put("search-form-misread", "/search/form/written?lang=1&near=dam&speaker=ferrow");
        pages.put("account", "/account");
        pages.put("system", "/system");
        pages.put("team", "/teams/river-desk");
        pages.put("team-audit", "/teams/river-desk/audit");
        pages.put("monitors", "/teams/river-desk/monitors");
        pages.put("monitor", "/teams/river-desk/monitors/" + made.monitor());
        pages.put("monitor-claims", "/teams/river-desk/monitors/" + made.monitor() + "?as=claims");
        pages.put("monitor-edit", "/teams/river-desk/monitors/" + made.monitor() + "/edit");
        pages.put("reviews", "/teams/river-desk/reviews");
        pages.put("coding", "/teams/river-desk/coding");
        pages.put("shares", "/teams/river-desk/shares");
        pages.put("review-queue", "/teams/river-desk/reviews/queue");
        pages.put("digests", "/teams/river-desk/digests");
        pages.put("digest", "/teams/river-desk/digests/" + made.digest());
        pages.put("digest-preview", "/teams/river-desk/digests/" + made.digest() + "/preview");
        pages.put("digest-own", "/teams/river-desk/digests/mine/new?monitor=" + made.monitor());
        pages.put("digest-edit", "/teams/river-desk/digests/" + made.digest() + "/edit");
        pages.put("alerts", "/teams/river-desk/alerts");
        pages.put("alerts-of-monitor", "/teams/river-desk/alerts/of/" + made.monitor());
        pages.put("error", "/claims/999999999");
        return pages;
    }

    private void look(
            Browser browser,
            String name,
            int width,
            ColorScheme scheme,
            Map<String, String> pages,
            SoftAssertions each) {
        try (BrowserContext context = browser.chromium()
                .newContext(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    complaints.add(message.text());
                }
            });
            pages.forEach((title, path) -> {
                page.navigate(home.resolve(path).toString());
                page.screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(title + "-" + name + ".png")));
                page.locator("main details").evaluateAll("all => all.forEach(details => details.open = true)");
                // The archived page is a stranger's, and in its sandbox axe could not run.
                var violations = new AxeBuilder(page)
                        .exclude("iframe.archived")
                        .analyze()
                        .getViolations();
                each.assertThat(violations)
                        .as("%s, %s", title, name)
                        .extracting(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .isEmpty();
                each.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s needs no sideways scrolling at %d px", title, width)
                        .isLessThanOrEqualTo(width);
            });
            each.assertThat(complaints)
                    .as("what the browser's console says, %s", name)
                    .isEmpty();
        }
        assertThat(PICTURES).isDirectory();
    }
}
