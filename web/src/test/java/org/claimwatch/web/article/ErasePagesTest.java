package org.claimwatch.web.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsAda
class ErasePagesTest {
    @Inject
    Press press;

    @Inject
    Session session;

    @Inject
    Database database;

    private long article;

    @BeforeEach
    void press() {
        press.gold();
        article = press.article("hal-0909-kessa-shelling");
    }

    @AfterEach
    void tidy() {
        database.run("delete from ingest_task");
        database.run("update article set expired_at = null");
    }

    @Test
    void an_administrator_sees_what_goes_before_it_goes() {
        assertThat(given().get("/articles/" + article).asString()).contains("Erase this article");
        assertThat(given().get("/articles/" + article + "/erase").asString())
                .contains("Erase this article?", "cannot be undone")
                .containsPattern("\\d+ versions? of its text")
                .containsPattern("\\d+ statements?")
                .contains("a hash of the address is kept", "out of reach");
    }

    @Test
    void deciding_it_hands_it_to_ingest_once() {
        assertThat(Forms.postAndFollow("/articles/" + article + "/erase", Map.of()))
                .isEqualTo("/articles/" + article);
        assertThat(Forms.post("/articles/" + article + "/erase", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(session.createNativeQuery(
                                "select count(*) from ingest_task where task_name = 'erase-article' and task_instance = :id",
                                Long.class)
                        .setParameter("id", Long.toString(article))
                        .getSingleResult())
                .isOne();
        Response page = given().get("/articles/" + article);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("This article is being erased");
        tellsPrograms(article, "being erased", null);
    }

    @Test
    void what_is_gone_says_so_and_since_when() {
        database.run(
                "insert into erasure (article_id, outlet_id, address_hash, account_id, requested_by, requested_at, erased_at)"
                        + " values (987654321, 1, repeat('0a', 32), 1, 'Ada', now(), '2026-11-26T05:00:00Z') on conflict do nothing");
        Response erased = given().get("/articles/987654321");
        assertThat(erased.statusCode()).isEqualTo(410);
        assertThat(erased.asString()).contains("This article was erased", "26 Nov 2026, 05:00 UTC");
        tellsPrograms(987654321, "erased", "2026-11-26T05:00:00Z");
        database.run("update article set expired_at = '2026-11-26T03:30:00Z' where id = " + article);
        Response expired = given().get("/articles/" + article);
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.asString()).contains("no longer kept", "26 Nov 2026, 03:30 UTC");
        tellsPrograms(article, "expired", "2026-11-26T03:30:00Z");
    }

    private static void tellsPrograms(long article, String cause, @Nullable String since) {
        Response gone = given().get("/api/v1/articles/" + article);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.jsonPath().getString("cause")).isEqualTo(cause);
        assertThat(gone.jsonPath().getString("since")).isEqualTo(since);
    }

    @Test
    @AsBen
    void nobody_else_is_offered_it() {
        assertThat(given().get("/articles/" + article).asString()).doesNotContain("Erase this article");
        assertThat(given().get("/articles/" + article + "/erase").statusCode()).isEqualTo(403);
        assertThat(Forms.post("/articles/" + article + "/erase", Map.of()).statusCode())
                .isEqualTo(403);
    }
}
