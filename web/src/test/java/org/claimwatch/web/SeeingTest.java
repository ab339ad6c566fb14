package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Shelf;
import org.junit.jupiter.api.Test;

/** What is drawn, in a real browser's fonts and from right to left; and how many clicks lead to the archived page. */
@QuarkusTest
@AsAda
class SeeingTest {
    /** Texts of a drawing that leave it or lie over each other, as the browser laid them out. */
    private static final String MISPLACED = """
            () => [...document.querySelectorAll("main svg[viewBox]")].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              const texts = [...svg.querySelectorAll("text")].filter(t => t.lastChild && t.lastChild.textContent.trim());
              const boxes = texts.map(t => [t.textContent, t.getBoundingClientRect()]);
              const out = boxes.filter(([, b]) => b.left < frame.left - 1 || b.right > frame.right + 1
                || b.top < frame.top - 1 || b.bottom > frame.bottom + 3).map(([t]) => "outside: " + t);
              for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                const [t, a] = boxes[i], [u, b] = boxes[j];
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                  out.push("over each other: " + t + " | " + u);
              }
              return out;
            })""";

    /** Drawings that do not have the size that they were drawn for: shrunk, their texts could not be read. */
    private static final String SHRUNK = """
            () => [...document.querySelectorAll("main svg[viewBox]")]
              .filter(svg => Math.abs(svg.getBoundingClientRect().width - svg.viewBox.baseVal.width) > 1)
              .map(svg => svg.getAttribute("aria-label"))""";

    /** How far each thing drawn is from the start of its drawing, as one reads: the same in both directions. */
    private static final String FROM_START = """
            () => [...document.querySelectorAll("main svg[viewBox]")].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              const back = document.documentElement.dir === "rtl";
              return [...svg.querySelectorAll("text, path, rect")].map(drawn => {
                const box = drawn.getBoundingClientRect();
                return [Math.round(back ? frame.right - box.right : box.left - frame.left),
                        Math.round(back ? frame.right - box.left : box.right - frame.left)];
              });
            })""";

    /** Texts that stand in a drawing as in a mirror. */
    private static final String REVERSED = """
            () => {
              const turned = drawn => new DOMMatrix(getComputedStyle(drawn).transform).a;
              return [...document.querySelectorAll("main svg[viewBox]")].flatMap(svg =>
                [...svg.querySelectorAll("text")].filter(text => turned(svg) * turned(text) < 0).map(text => text.textContent));
            }""";

    @Inject
    Press press;

    @Inject
    Shelf shelf;

    @TestHTTPResource("/")
    URI home;

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/?compare=before");
        pages.put("claim", "/claims/" + press.claim("cf-obs-both"));
        pages.put("claim-contested", "/claims/" + press.claim("cf-obs-dalmara-only"));
        pages.put("actor", "/actors/" + press.actor("Iveta Haldane") + "?period=all");
        pages.put("outlet", "/outlets/" + press.outlet("Sada al-Masabb") + "?period=all");
        pages.put("story", "/stories/" + press.story("ceasefire-orrin"));
        pages.put("matrix", "/matrix?period=all&of=" + press.actor("Davor Selenik") + "&on=Kareth");
        pages.put("matrix-outlets", "/matrix?by=outlet&period=all");
        pages.put("network", "/network?period=all");
        pages.put("search", "/search?period=all&q=ferrow");
        pages.put("searches", "/teams/river-desk/searches/new?q=dam");
        return pages;
    }

    @Test
    void drawings_keep_their_place_from_left_to_right_and_from_right_to_left() {
        press.gold();
        var each = new SoftAssertions();
        try (Browser browser = Browser.open();
                BrowserContext context =
                        browser.chromium().newContext(new NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            pages().forEach((name, path) -> {
                page.navigate(home.resolve(path).toString());
                each.assertThat((List<?>) page.evaluate(MISPLACED)).as(name).isEmpty();
                page.setViewportSize(320, 900);
                each.assertThat((List<?>) page.evaluate(SHRUNK))
                        .as("%s, narrow", name)
                        .isEmpty();
                page.setViewportSize(1280, 900);
                Object fromLeft = page.evaluate(FROM_START);
                page.evaluate("document.documentElement.dir = 'rtl'");
                each.assertThat(apart(fromLeft, page.evaluate(FROM_START)))
                        .as("%s, pixels out of the mirrored place", name)
                        .isLessThanOrEqualTo(1);
                each.assertThat((List<?>) page.evaluate(REVERSED))
                        .as("%s, texts as in a mirror", name)
                        .isEmpty();
                each.assertThat((List<?>) page.evaluate(MISPLACED))
                        .as("%s, right to left", name)
                        .isEmpty();
                Pictures.take(page, name + "-rtl");
                each.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s needs no sideways scrolling", name)
                        .isLessThanOrEqualTo(1280);
            });
        }
        each.assertAll();
    }

    /** The most by which two lists of places differ. */
    private static int apart(Object one, Object other) {
        List<?> these = (List<?>) one;
        List<?> those = (List<?>) other;
        assertThat(those).hasSameSizeAs(these);
        return IntStream.range(0, these.size())
                .flatMap(i -> IntStream.range(0, 2)
                        .map(side -> Math.abs(place(these.get(i), side) - place(those.get(i), side))))
                .max()
                .orElse(0);
    }

    private static int place(Object box, int side) {
        return ((Number) ((List<?>) box).get(side)).intValue();
    }

    @Test
    void from_a_cell_to_the_archived_page_in_four_clicks_at_most() {
        press.gold();
        shelf.put(
                press.article("hal-0909-kessa-shelling"),
                "<!doctype html><html lang=en><title>Page</title><main><h1>The page</h1></main>");
        int clicks = 0;
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/matrix?period=all").toString());
            page.locator("a.cell[aria-label^='Davor Selenik on Kareth']").click();
            clicks++;
            Locator statement = page.locator("#evidence article.statement").first();
            PlaywrightAssertions.assertThat(statement).containsText("Selenik");
            statement.locator("a:has-text('in the article')").click();
            clicks++;
            PlaywrightAssertions.assertThat(page.locator(".text mark.content").first())
                    .isVisible();
            String target = page.url().replaceFirst(".*#", "#");
            PlaywrightAssertions.assertThat(page.locator(target)).isInViewport();
            page.locator(target + " a:has-text('archived page')").click();
            clicks++;
            page.waitForURL("**/archived");
            PlaywrightAssertions.assertThat(page.locator("h1")).isVisible();
        }
        assertThat(clicks).isLessThanOrEqualTo(4);
    }
}
