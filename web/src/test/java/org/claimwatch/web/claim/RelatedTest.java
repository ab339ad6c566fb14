package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relation that is told in so many words is shown with them, and goes with them. */
@QuarkusTest
class RelatedTest {
    @Inject
    Press press;

    @Inject
    EntityManager entities;

    @Inject
    Rows rows;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI home;

    private long statement;
    private long from;
    private long to;
    private String words;

    /** A statement of one claim tells that it supports another one, which has nothing to do with it otherwise. */
    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void told() {
        press.gold();
        statement = number("""
                select min(s.id) from statement s join claim_statement cs on cs.statement_id = s.id and cs.polarity = 'ASSERTS'
                join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                where not exists (select from claim_relation r where cs.claim_id in (r.from_claim_id, r.to_claim_id))
                  and s.cue_end < p.span_start""");
        from = number("select claim_id from claim_statement where statement_id = " + statement);
        to = number(
                "select max(c.id) from claim c where exists (select from claim_statement cs where cs.claim_id = c.id)"
                        + " and not exists (select from claim_relation r where c.id in (r.from_claim_id, r.to_claim_id)) and c.id <> "
                        + from);
        execute(
                "insert into claim_relation (from_claim_id, to_claim_id, kind, confidence) values (%d, %d, 'SUPPORTS', .9)"
                        .formatted(from, to));
        execute("""
                insert into relation_evidence (statement_id, kind, cue_start, cue_end, claimed_start, claimed_end, claimed,
                  language, outlets, claim_relation_id)
                select s.id, 'SUPPORTS', s.cue_start, s.cue_end, p.span_start, p.span_end, 'what is claimed', 'en', false,
                  (select max(id) from claim_relation)
                from statement s join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                where s.id = %d""".formatted(statement));
        words = rows.list(Words.class, """
                select substr(v.text, s.cue_start + 1, p.span_end - s.cue_start) as words
                from statement s join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                join article_version v on v.id = s.article_version_id where s.id = %d""".formatted(statement), Map.of())
                .getFirst()
                .words();
    }

    record Words(String words) {}

    @AfterEach
    void nothing_of_it_stays() {
        execute("delete from relation_evidence");
        execute("delete from claim_relation where from_claim_id = %d and to_claim_id = %d".formatted(from, to));
    }

    @Test
    @AsBen
    void is_shown_on_both_claims_pages_in_each_language() {
        String evidence = "#statement-" + statement;
        assertThat(page(from, "en")).contains("Supported by this", plain(words), evidence, "claims/" + to);
        assertThat(page(to, "en")).contains("Supports this", plain(words), evidence, "claims/" + from);
        assertThat(page(to, "de")).contains("Stützt diese", plain(words));
        assertThat(page(to, "ar")).contains("يدعم هذا", plain(words));
    }

    @Test
    @AsBen
    void is_seen_on_a_narrow_page_and_from_right_to_left() {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        try (Browser browser = Browser.open(chromium.get())) {
            for (String language : List.of("en", "ar")) {
                try (BrowserContext context = browser.chromium()
                        .newContext(new NewContextOptions()
                                .setViewportSize(320, 900)
                                .setLocale(language))) {
                    Page page = context.newPage();
                    page.navigate(home.resolve("/claims/" + to).toString());
                    assertThat(page.locator(".rows > .shown blockquote").textContent())
                            .isEqualTo(words);
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
        var json = given().get("/api/v1/claims/" + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getLong("related[0].evidence[0].claim")).isEqualTo(from);
        assertThat(json.getLong("related[0].evidence[0].statement")).isEqualTo(statement);
        assertThat(json.getString("related[0].evidence[0].words")).isEqualTo(words);
        int start = json.getInt("related[0].evidence[0].span.start");
        assertThat(json.getInt("related[0].evidence[0].span.end") - start)
                .isEqualTo(words.codePointCount(0, words.length()));
    }

    @Test
    @AsBen
    void goes_with_its_words_and_is_not_shown_of_a_claim_that_they_no_longer_make() {
        execute("update claim_statement set claim_id = %d where statement_id = %d".formatted(other(), statement));
        try {
            assertThat(page(to, "en")).as("split off").doesNotContain("claims/" + from);
        } finally {
            execute("update claim_statement set claim_id = %d where statement_id = %d".formatted(from, statement));
        }
        assertThat(page(to, "en")).contains("claims/" + from);
        execute("delete from relation_evidence where statement_id = " + statement);
        assertThat(number("select count(*) from claim_relation where from_claim_id = %d and to_claim_id = %d"
                        .formatted(from, to)))
                .isZero();
        assertThat(page(to, "en")).doesNotContain("claims/" + from);
    }

    private long other() {
        return number("select min(id) from claim where id not in (%d, %d)".formatted(from, to));
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

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.longs(sql, Map.of()))
                .getFirst();
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
