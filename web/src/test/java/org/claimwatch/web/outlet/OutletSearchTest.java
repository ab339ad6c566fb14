package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Searching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsAda
class OutletSearchTest {
    @Inject
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Searching searching;

    @AfterEach
    void tidy() {
        searching.tidy();
    }

    @Test
    void a_bare_host_is_enough_and_ingest_is_told_in_the_same_breath() {
        String page = Forms.postAndFollow("/outlets/searches", Map.of("address", " Searched.Example "));
        long id = Long.parseLong(page.replaceFirst(".*/", ""));
        OutletSearch search = entities.find(OutletSearch.class, id);
        assertThat(search.address).isEqualTo("https://searched.example/");
        assertThat(database.texts("select url from feed_candidate where search_id = " + id + " order by id"))
                .containsExactly("https://searched.example/", "http://searched.example/");
        assertThat(database.texts(
                        "select task_instance from ingest_task where task_name = 'discover-feeds' and task_instance = '"
                                + id + "'"))
                .hasSize(1);
        assertThat(given().get(page).asString())
                .contains("Looking for the feeds of searched.example", "hx-trigger=\"every 2s\"", "Look again");
        assertThat(Forms.postAndFollow("/outlets/searches", Map.of("address", "searched.example")))
                .as("the search under way")
                .isEqualTo(page);
        assertThat(given().get("/outlets/new").asString()).contains("searched.example", "under way");
    }

    @Test
    void what_is_no_address_is_said_to_be_none() {
        for (String typed :
                List.of("", "  ", "word", "javascript:alert(1)", "ftp://searched.example/", "http://", "a b.example")) {
            Response refused = Forms.post("/outlets/searches", Map.of("address", typed));
            assertThat(refused.statusCode()).as(typed).isEqualTo(422);
            assertThat(refused.asString()).contains("Enter the address of the outlet’s home page");
        }
    }

    @Test
    void an_outlet_that_is_watched_is_linked() {
        long outlet = searching.outlet("Watched Post", "http://www.searched.example/");
        Response refused = Forms.post("/outlets/searches", Map.of("address", "https://searched.example"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("This outlet is watched already.", "href=\"/outlets/%d\"".formatted(outlet), "Watched Post");
    }

    @Test
    void candidates_are_shown_while_they_are_found_and_can_be_picked_at_the_end() {
        long id = searching.start("https://searched.example/");
        searching.found(id, "https://searched.example/feed", FeedKind.RSS, "All of it", true);
        String running = given().get("/outlets/searches/" + id).asString();
        assertThat(running)
                .contains("All of it", "12 entries", "1 feed found", "German")
                .doesNotContain("checkbox");
        searching.found(id, "https://searched.example/sport.rss", FeedKind.RSS, "Sport", false);
        searching.refused(id, "https://searched.example/old", "searched.example answered 404");
        searching.end(id, SearchState.DONE, null);
        String page = given().get("/outlets/searches/" + id).asString();
        assertThat(page)
                .contains("value=\"https://searched.example/feed\" id=\"feed-0\" checked")
                .contains("value=\"https://searched.example/sport.rss\" id=\"feed-1\">")
                .contains("value=\"Searched Post\"", "value=\"de\"", "value=\"AT\"")
                .contains("https://searched.example/icon.png", "searched.example answered 404")
                .doesNotContain("<img", "hx-trigger");
    }

    @Test
    void what_is_picked_and_corrected_is_watched_at_once() {
        long id = searching.start("https://searched.example/");
        searching.found(id, "https://searched.example/feed", FeedKind.ATOM, "All of it", true);
        searching.end(id, SearchState.DONE, null);
        Map<String, String> entered = Map.of(
                "name", "Corrected Post",
                "homeUrl", "https://searched.example/",
                "language", "de",
                "country", "AT",
                "ownership", "PUBLIC",
                "feed", "https://searched.example/feed",
                "feeds", "https://searched.example/typed");
        String page = Forms.postAndFollow("/outlets/searches/" + id, entered);
        assertThat(given().get(page).asString()).contains("Corrected Post", "All of it", "public broadcaster");
        Outlet outlet = entities.createQuery("from Outlet where name = 'Corrected Post'", Outlet.class)
                .getSingleResult();
        assertThat(outlet.iconUrl).isEqualTo("https://searched.example/icon.png");
        List<Feed> feeds = entities.createQuery("from Feed where outlet = :outlet order by id", Feed.class)
                .setParameter("outlet", outlet)
                .getResultList();
        assertThat(feeds)
                .extracting(feed -> feed.url)
                .containsExactly("https://searched.example/feed", "https://searched.example/typed");
        assertThat(feeds.getFirst().kind).isEqualTo(FeedKind.ATOM);
        assertThat(Forms.postAndFollow("/outlets/searches/" + id, entered))
                .as("sent twice")
                .isEqualTo(page);
        assertThat(given().get("/outlets/searches/" + id).asString()).contains("This became", "Corrected Post");
    }

    @Test
    void nothing_picked_is_said_and_what_was_entered_stays() {
        long id = searching.start("https://searched.example/");
        searching.found(id, "https://searched.example/feed", FeedKind.RSS, "All of it", true);
        searching.end(id, SearchState.DONE, null);
        Response refused = Forms.post(
                "/outlets/searches/" + id,
                Map.of("name", "Kept Post", "homeUrl", "https://searched.example/", "country", "Austria"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("Tick or type at least one feed", "The country is two letters", "value=\"Kept Post\"")
                .doesNotContain("checked");
    }

    @Test
    void a_home_page_that_cannot_be_read_leads_on() {
        long id = searching.start("https://searched.example/");
        searching.end(id, SearchState.FAILED, "robots.txt of searched.example disallows /");
        assertThat(given().get("/outlets/searches/" + id).asString())
                .contains("searched.example could not be read", "robots.txt of searched.example disallows /")
                .contains("Try again", "added by hand");
        long none = searching.start("https://searched.example/none");
        searching.end(none, SearchState.DONE, null);
        assertThat(given().get("/outlets/searches/" + none).asString())
                .contains("No feed was found", "Type the address of a feed or of a section page below");
    }

    @Test
    void a_feed_of_another_outlet_is_not_offered_again() {
        long outlet = searching.outlet("Watched Post", "https://searched.example/other");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.persist(
                        new Feed(entities.find(Outlet.class, outlet), "https://searched.example/feed", Instant.now())));
        long id = searching.start("https://searched.example/");
        searching.found(id, "https://searched.example/feed", FeedKind.RSS, "All of it", true);
        searching.end(id, SearchState.DONE, null);
        assertThat(given().get("/outlets/searches/" + id).asString())
                .contains("watched already", "Watched Post")
                .doesNotContain("checkbox");
    }

    @Test
    void what_a_page_calls_itself_stays_text() {
        long id = searching.start("https://searched.example/");
        searching.found(id, "https://searched.example/feed?a=\"><b>", FeedKind.RSS, "<script>alert(1)</script>", true);
        searching.refused(id, "https://searched.example/\"<i>", "</li><img src=x>");
        for (SearchState state : List.of(SearchState.RUNNING, SearchState.DONE)) {
            if (state == SearchState.DONE) {
                searching.end(id, state, "<u>late</u>");
            }
            assertThat(given().get("/outlets/searches/" + id).asString())
                    .doesNotContain("<script>alert", "<b>\"", "<img", "<i>", "<u>");
        }
    }
}
