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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Press;
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

    private Map<String, String> pages(Made made) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/");
        pages.put("claims", "/claims");
        pages.put("claim", "/claims/" + press.claim("cf-obs-both"));
        pages.put("claim-contested", "/claims/" + press.claim("cf-obs-dalmara-only"));
        pages.put("stories", "/stories");
        pages.put("story", "/stories/" + press.story("ceasefire-orrin"));
        pages.put("article", "/articles/" + press.article("hal-0909-kessa-shelling"));
        pages.put("article-speaker", "/articles/" + press.article("hal-0909-kessa-shelling") + "?speaker=Anton+Grebik");
        pages.put("article-arabic", "/articles/" + press.article("sad-0910-rubelin-deaths"));
        pages.put("actors", "/actors");
        pages.put("actor", "/actors/" + press.actor("Nadia Ferrow"));
        pages.put("outlets", "/outlets");
        pages.put("outlet", "/outlets/" + press.outlet("Sable Harbour Gazette"));
        pages.put("outlet-new", "/outlets/new");
        pages.put("search", "/search?q=speaker%3Aferrow+-zebra&period=all");
        pages.put("search-nothing", "/search?q=topic%3Anothing+zebra");
        pages.put("account", "/account");
        pages.put("team", "/teams/river-desk");
        pages.put("monitors", "/teams/river-desk/monitors");
        pages.put("monitor", "/teams/river-desk/monitors/" + made.monitor());
        pages.put("monitor-claims", "/teams/river-desk/monitors/" + made.monitor() + "?as=claims");
        pages.put("monitor-edit", "/teams/river-desk/monitors/" + made.monitor() + "/edit");
        pages.put("reviews", "/teams/river-desk/reviews");
        pages.put("digests", "/teams/river-desk/digests");
        pages.put("digest", "/teams/river-desk/digests/" + made.digest());
        pages.put("digest-preview", "/teams/river-desk/digests/" + made.digest() + "/preview");
        pages.put("digest-edit", "/teams/river-desk/digests/" + made.digest() + "/edit");
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
                var violations = new AxeBuilder(page).analyze().getViolations();
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
