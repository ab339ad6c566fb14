package org.claimwatch.ingest.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.archive.ArchiveTending;
import org.claimwatch.ingest.support.FetchedArticles;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article that goes on on further pages is one text, whatever these do. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class SeveralPagesTest {
    private static final String ONE =
            "The river rose by two metres in the night, and the lower town was cleared of people.";
    private static final String TWO =
            "Two bridges were closed on Friday, said the mayor, who had asked for the army's help.";
    private static final String THREE =
            "The harvest is lost on both banks, and nobody knows who will pay for the next one.";

    @Inject
    ArticleFetching fetching;

    @Inject
    FetchedArticles articles;

    @Inject
    Database database;

    @Inject
    Library library;

    @Inject
    ArchiveTending tending;

    private LocalHost host;
    private long article;

    @BeforeEach
    void open() {
        library.clear();
        host = new LocalHost();
        article = articles.add(host.base() + "/news/flood");
    }

    @AfterEach
    void close() {
        host.close();
        library.clear();
    }

    @Test
    void all_pages_are_one_text_and_each_can_be_seen_in_the_archive() {
        three();
        fetch();
        assertThat(texts()).containsExactly(ONE + "\n\n" + TWO + "\n\n" + THREE);
        assertThat(host.requests()).containsExactly("/robots.txt", "/news/flood", "/news/flood/2", "/news/flood/3");
        long version = articles.newest(article);
        assertThat(archived(version, "")).contains(ONE);
        assertThat(archived(version, "/pages/1")).contains(ONE).isEqualTo(archived(version, ""));
        assertThat(archived(version, "/pages/2")).contains(TWO).doesNotContain(ONE);
        assertThat(archived(version, "/pages/3")).contains(THREE);
        assertThat(given().get("/archive/" + version + "/pages/4").statusCode()).isEqualTo(404);
        assertThat(given().get("/archive/" + version + "/warc").statusCode()).isEqualTo(200);
        assertThat(database.texts("select ends_early from archived_page")).containsExactly((String) null);
        assertThat(database.texts("select r.key from archive_removal r join archived_page p using (key)"))
                .isEmpty();
        assertThat(underWay()).isZero();
    }

    @Test
    void pages_that_were_read_outlast_the_wait_for_the_next() {
        host.on("/robots.txt", 200, "User-agent: *\nCrawl-delay: 1");
        three();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(once(0)).as("it is not done").isNotInstanceOf(CompletionHandler.OnCompleteRemove.class);
            return underWay() == 1;
        });
        fetch();
        assertThat(texts()).containsExactly(ONE + "\n\n" + TWO + "\n\n" + THREE);
        assertThat(host.requests()).as("each once").doesNotHaveDuplicates();
    }

    @Test
    void a_page_that_robots_txt_keeps_for_itself_is_not_asked_for_and_that_is_said() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /news/flood/");
        three();
        fetch();
        assertThat(texts()).containsExactly(ONE);
        assertThat(host.requests()).containsExactly("/robots.txt", "/news/flood");
        assertThat(early()).startsWith("page 2 was not read: robots.txt of 127.0.0.1 disallows");
    }

    @Test
    void a_page_that_fails_is_tried_again_before_the_text_is_stored_without_it() {
        three();
        host.on("/news/flood/2", 503, "busy");
        await().untilAsserted(() -> assertThatThrownBy(() -> once(0)).hasMessageContaining("503"));
        assertThat(texts()).isEmpty();
        await().until(() -> once(2) instanceof CompletionHandler.OnCompleteRemove);
        assertThat(texts()).containsExactly(ONE);
        assertThat(early()).isEqualTo("page 2 was not read: 127.0.0.1 answered 503");
        three();
        again();
        assertThat(texts()).containsExactly(ONE, ONE + "\n\n" + TWO + "\n\n" + THREE);
        assertThat(early()).isNull();
    }

    @Test
    void a_look_at_which_a_page_fails_makes_no_version() {
        three();
        fetch();
        host.on("/news/flood/3", 500, "");
        again();
        host.on("/news/flood/2", 200, page("Sorry", "Something went wrong here, please come back in a while.", ""));
        again();
        host.on("/news/flood/2", 200, page("The flood", "", 3));
        again();
        assertThat(texts()).containsExactly(ONE + "\n\n" + TWO + "\n\n" + THREE);
        assertThat(articles.get(article).fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(underWay()).isZero();
        three();
        again();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void a_correction_on_a_later_page_makes_one() {
        three();
        fetch();
        host.on("/news/flood/3", 200, page("The flood", THREE.replace("lost", "safe"), ""));
        again();
        assertThat(texts()).hasSize(2);
        assertThat(texts().getLast()).contains("The harvest is safe on both banks");
        assertThat(database.texts("select key from archived_page")).hasSize(2);
    }

    @Test
    void pages_that_lead_back_or_repeat_themselves_end_the_article() {
        host.on("/news/flood", 200, page("The flood", ONE, 2)).on("/news/flood/2", 302, "", "Location", "/news/flood");
        fetch();
        assertThat(texts()).containsExactly(ONE);
        assertThat(early()).isEqualTo("page 2 was not read: it leads back to page 1");
        long same = articles.add(host.base() + "/news/drought");
        host.onAny(page("The drought", ONE, "<a rel=next href='?page=2'>2</a>"));
        await().until(() -> fetching.fetch(same, 0) instanceof CompletionHandler.OnCompleteRemove);
        assertThat(articles.texts(same)).containsExactly(ONE);
        assertThat(early()).isEqualTo("page 2 was not read: it repeats what the pages before it say");
    }

    @Test
    void an_article_without_end_is_read_to_its_twentieth_page() {
        for (int i = 1; i <= 30; i++) {
            host.on(
                    "/news/flood" + (i == 1 ? "" : "/" + i),
                    200,
                    page("The flood", i + ". " + ONE + " Part " + i, i + 1));
        }
        fetch();
        assertThat(texts().getFirst())
                .isEqualTo(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> i + ". " + ONE + " Part " + i)
                        .collect(Collectors.joining("\n\n")));
        assertThat(early()).contains("the first 20 are read");
        again();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void what_was_read_goes_with_the_article() throws Exception {
        three();
        fetch();
        String key = database.texts("select key from archived_page").getFirst();
        assertThat(java.nio.file.Path.of("target/archive", key)).exists();
        database.run(
                "insert into page_under_way (article_id, number, key, address, status, payload_sha256, payload_length,"
                        + " fetched_at, warc) values (" + article
                        + ", 1, 'k', 'a', 200, repeat('0a', 32), 1, now(), '')");
        library.clear();
        tending.tend();
        assertThat(java.nio.file.Path.of("target/archive", key)).doesNotExist();
        assertThat(underWay()).isZero();
        assertThat(database.texts("select address from archived_following_page"))
                .isEmpty();
    }

    private void three() {
        host.on("/news/flood", 200, page("The flood", ONE, 2))
                .on("/news/flood/2", 200, page("The flood, page 2", TWO, 3))
                .on("/news/flood/3", 200, page("The flood, page 3", THREE, ""));
    }

    private static String page(String title, String text, int next) {
        return page(title, text, "<a rel=next href='/news/flood/" + next + "'>" + next + "</a>");
    }

    private static String page(String title, String text, String link) {
        return "<!doctype html><html lang=en><head><title>%1$s</title></head><body><article><h1>%1$s</h1><p>%2$s</p></article><div class=pagination>%3$s</div></body></html>"
                .formatted(title, text, link);
    }

    private void fetch() {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(() -> once(0) instanceof CompletionHandler.OnCompleteRemove);
    }

    private void again() {
        articles.due(article);
        fetch();
    }

    private CompletionHandler<?> once(int failures) {
        return fetching.fetch(article, failures);
    }

    private List<String> texts() {
        return articles.texts(article);
    }

    private String early() {
        return database.texts("select ends_early from archived_page order by article_version_id desc")
                .getFirst();
    }

    private long underWay() {
        return database.texts("select address from page_under_way").size();
    }

    private static String archived(long version, String below) {
        return given().get("/archive/" + version + below).asString();
    }
}
