package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.ToldRelation;
import org.claimwatch.web.support.ToldRelation.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relation that is told in so many words is shown with them, and goes with them. */
@QuarkusTest
class RelatedTest {
    @Inject
    Database database;

    @Inject
    ToldRelation relation;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI home;

    private Told told;

    @BeforeEach
    void told() {
        told = relation.put();
    }

    @AfterEach
    void nothing_of_it_stays() {
        relation.clear(told);
    }

    @Test
    @AsBen
    void is_shown_on_both_claims_pages_in_each_language() {
        String evidence = "#statement-" + told.statement();
        assertThat(page(told.from(), "en"))
                .contains("Supported by this", plain(told.words()), evidence, "claims/" + told.to());
        assertThat(page(told.to(), "en"))
                .contains("Supports this", plain(told.words()), evidence, "claims/" + told.from());
        assertThat(page(told.to(), "de")).contains("Stützt diese", plain(told.words()));
        assertThat(page(told.to(), "ar")).contains("يدعم هذا", plain(told.words()));
    }

    @Test
    @AsBen
    void is_seen_on_a_narrow_page_and_from_right_to_left() {
        try (Browser browser = Browser.open()) {
            for (String language : List.of("en", "ar")) {
                try (BrowserContext context = browser.chromium()
                        .newContext(new NewContextOptions()
                                .setViewportSize(320, 900)
                                .setLocale(language))) {
                    Page page = context.newPage();
                    page.navigate(home.resolve("/claims/" + told.to()).toString());
                    assertThat(page.locator(".rows > .shown blockquote").textContent())
                            .isEqualTo(told.words());
                    Pictures.take(page, "claim-related-" + language);
                    assertThat(Axe.violations(page)).as(language).isEmpty();
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .isLessThanOrEqualTo(320);
                }
            }
        }
    }

    @Test
    @AsBen
    void is_told_to_programs() {
        var json = given().get("/api/v1/claims/" + told.to())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getLong("related[0].evidence[0].claim")).isEqualTo(told.from());
        assertThat(json.getLong("related[0].evidence[0].statement")).isEqualTo(told.statement());
        assertThat(json.getString("related[0].evidence[0].words")).isEqualTo(told.words());
        int start = json.getInt("related[0].evidence[0].span.start");
        assertThat(json.getInt("related[0].evidence[0].span.end") - start)
                .isEqualTo(told.words().codePointCount(0, told.words().length()));
    }

    @Test
    @AsBen
    void goes_with_its_words_and_is_not_shown_of_a_claim_that_they_no_longer_make() {
        database.run("update claim_statement set claim_id = %d where statement_id = %d"
                .formatted(other(), told.statement()));
        try {
            assertThat(page(told.to(), "en")).as("split off").doesNotContain("claims/" + told.from());
        } finally {
            database.run("update claim_statement set claim_id = %d where statement_id = %d"
                    .formatted(told.from(), told.statement()));
        }
        assertThat(page(told.to(), "en")).contains("claims/" + told.from());
        database.run("delete from relation_evidence where statement_id = " + told.statement());
        assertThat(database.number("select count(*) from claim_relation where from_claim_id = %d and to_claim_id = %d"
                        .formatted(told.from(), told.to())))
                .isZero();
        assertThat(page(told.to(), "en")).doesNotContain("claims/" + told.from());
    }

    private long other() {
        return database.number("select min(id) from claim where id not in (%d, %d)".formatted(told.from(), told.to()));
    }

    private static String page(long claim, String language) {
        return given().header("Accept-Language", language)
                .get("/claims/" + claim)
                .asString();
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
