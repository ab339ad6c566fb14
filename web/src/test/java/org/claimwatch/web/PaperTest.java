package org.claimwatch.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is printed lies within the sheet and not over each other, says its filter, and has nothing to press. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsAda
class PaperTest {
    /** A4 upright at 96 pixels an inch. */
    private static final int SHEET = 794;

    /** Facts of one line that lie over each other, addresses that are not printed, and what runs past the card. */
    private static final String MISPRINTED = """
            () => {
              const out = [];
              for (const line of document.querySelectorAll('.facts, .provenance')) {
                const facts = [...line.children].map(fact => [fact, [...fact.getClientRects()]]);
                for (let i = 0; i < facts.length; i++) for (let j = i + 1; j < facts.length; j++)
                  for (const a of facts[i][1]) for (const b of facts[j][1])
                    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
                      out.push('over each other: ' + facts[i][0].textContent + ' | ' + facts[j][0].textContent);
                for (const link of line.querySelectorAll(':scope > a[href^="http"]')) {
                  const bare = document.createRange();
                  bare.selectNodeContents(link);
                  const room = rects => [...rects].reduce((sum, r) => sum + r.width, 0);
                  if (room(link.getClientRects()) < room(bare.getClientRects()) + 40) out.push('no address: ' + link.href);
                }
              }
              for (const card of document.querySelectorAll('article.statement'))
                if (card.scrollWidth > card.clientWidth + 1) out.push('past the card: ' + card.textContent.slice(0, 80));
              return out;
            }""";

    private static final String PRESSED = """
            () => [...document.querySelectorAll('main a, main button, main input, main summary')]
              .filter(it => it.checkVisibility() && it.getBoundingClientRect().width > 0)
              .filter(it => !it.matches('a') || /[.](csv|jsonl|graphml)|[/]new[?]/.test(it.getAttribute('href')) || it.textContent === '×')
              .filter(it => !(it.matches('summary') && (it.parentElement.open || it.closest('.reprints'))))
              .map(it => it.outerHTML.slice(0, 120))""";

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI home;

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("search", "/search?period=all&q=dam");
        pages.put("claims", "/claims?period=all");
        pages.put("claim", "/claims/" + press.claim("cf-obs-both"));
        pages.put(
                "article",
                "/articles/" + press.article("hal-0909-kessa-shelling") + "?show=statements,stance,own,changes");
        pages.put("actor", "/actors/" + press.actor("Nadia Ferrow") + "?period=all");
        pages.put("matrix", "/matrix?period=all&holder=a");
        pages.put("network", "/network?period=all&q=-zebra");
        pages.put("story", "/stories/" + press.story("ceasefire-orrin"));
        pages.put("today", "/");
        return pages;
    }

    @Test
    void every_sheet_is_read_without_the_screen() {
        press.gold();
        var each = new SoftAssertions();
        try (Browser browser = Browser.open();
                BrowserContext context =
                        browser.chromium().newContext(new NewContextOptions().setViewportSize(SHEET, 1123));
                Page page = context.newPage()) {
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            pages().forEach((name, path) -> {
                page.navigate(home.resolve(path).toString());
                Pictures.take(page, name + "-print");
                each.assertThat((List<?>) page.evaluate(MISPRINTED)).as(name).isEmpty();
                each.assertThat((List<?>) page.evaluate(PRESSED))
                        .as("%s, to press", name)
                        .isEmpty();
                each.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("%s, width", name)
                        .isLessThanOrEqualTo(SHEET);
                if (path.contains("holder=") || path.contains("q=-zebra")) {
                    each.assertThat((Boolean) page.evaluate("document.querySelector('.chip').checkVisibility()"))
                            .as("%s says its filter", name)
                            .isTrue();
                }
            });
        }
        each.assertAll();
    }
}
