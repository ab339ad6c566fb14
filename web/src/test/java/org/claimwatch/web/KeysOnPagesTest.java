package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

/** The key j goes from row to row on every kind of page, beginning with the first that one sees. */
@QuarkusTest
@AsAda
class KeysOnPagesTest {
    /** How many steps are taken on each page. */
    private static final int STEPS = 3;

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI home;

    /** By kind of page: its address, and what its first row is. */
    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/", "main .contradiction");
        pages.put("/claims/" + press.claim("cf-obs-both"), "main article.statement");
        pages.put("/stories/" + press.story("ceasefire-orrin"), "main table.told > tbody > tr");
        pages.put(
                "/actors/" + press.actor("Nadia Ferrow") + "?period=all",
                "main .contradiction, main article.statement");
        pages.put("/outlets/" + press.outlet("Sable Harbour Gazette") + "?period=all", "main .plain.reports > li");
        pages.put("/claims?period=all", "main .rows > li");
        pages.put("/stories?period=all", "main .rows > li");
        pages.put("/search?period=all", "main article.statement");
        pages.put("/actors?period=all", "main tbody > tr");
        pages.put("/outlets?period=all", "main tbody > tr");
        pages.put("/matrix?period=all", "main .matrix tbody > tr");
        return pages;
    }

    @Test
    void j_goes_through_the_rows_of_every_kind_of_page() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            pages().forEach((address, first) -> {
                page.navigate(home.resolve(address).toString());
                page.keyboard().press("j");
                PlaywrightAssertions.assertThat(page.locator(first).first()).isFocused();
                page.evaluate("window.visited = new Set([document.activeElement])");
                for (int step = 1; step < STEPS; step++) {
                    page.keyboard().press("j");
                    assertThat(page.evaluate("document.activeElement.getBoundingClientRect().height > 0"))
                            .as("the row that j went to on %s is seen", address)
                            .isEqualTo(true);
                    page.evaluate("visited.add(document.activeElement)");
                }
                assertThat(page.evaluate("visited.size"))
                        .as("rows that j went through on %s", address)
                        .isEqualTo(STEPS);
            });
        }
    }

    /** A statement opens in its article, which is the proof; other rows open what they are about. */
    @Test
    void o_opens_the_proof_of_a_statement() {
        press.gold();
        try (Browser browser = Browser.open();
                Page page = browser.chromium().newPage()) {
            page.navigate(home.resolve("/search?period=all").toString());
            page.keyboard().press("j");
            String proof = page.locator("article.statement blockquote").first().getAttribute("cite");
            page.keyboard().press("o");
            page.waitForURL("**" + proof);

            page.navigate(home.toString());
            page.keyboard().press("j");
            String claim = page.locator(".contradiction .claim-text a").first().getAttribute("href");
            page.keyboard().press("o");
            page.waitForURL("**" + claim);
        }
    }
}
