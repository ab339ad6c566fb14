package org.claimwatch.web.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search is kept as it was seen, says what it finds, and is a person's own or the whole team's. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsBen
class SavedSearchTest {
    private static final String SEARCHES = "/teams/river-desk/searches";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Session session;

    @BeforeEach
    void fill() {
        press.gold();
        desk.make("river-desk", "Monitor beside searches", "dam", java.time.Instant.now(), "a@example.org");
    }

    @AfterEach
    void clear() {
        desk.in(
                "river-desk",
                () -> session.createNativeMutationQuery("delete from saved_search")
                        .executeUpdate());
        desk.in(
                "river-desk",
                () -> session.createNativeMutationQuery("delete from monitor where name = 'Monitor beside searches'")
                        .executeUpdate());
    }

    @Test
    void the_page_leads_to_the_form_which_says_what_is_kept() {
        String search = page("/search?q=dam+speaker%3Aferrow&as=claims&period=30d&after=1.2.3");
        String form = search.replaceFirst("(?s).*href=\"(" + SEARCHES + "/new[^\"]*)\">keep this search<.*", "$1")
                .replace("&amp;", "&");
        assertThat(form)
                .contains("q=dam+speaker%3Aferrow", "as=claims", "period=30d")
                .doesNotContain("after");
        assertThat(page(form))
                .contains("Claims with the word “dam” and by a speaker named like “ferrow”, 30 days.")
                .contains("name=\"view\" value=\"as=claims&amp;period=30d\"", "for all of River desk");
    }

    private static String page(String path) {
        return given().urlEncodingEnabled(false).get(path).asString();
    }

    @Test
    void is_opened_again_as_it_was() {
        assertThat(keep("Dam", "dam", "as=claims&period=own&from=2025-09-01&to=2025-09-17", "own")
                        .header("Location"))
                .endsWith(SEARCHES);
        assertThat(given().get(SEARCHES).asString())
                .contains("href=\"/search?q=dam&amp;as=claims&amp;period=own&amp;from=2025-09-01&amp;to=2025-09-17\"")
                .contains(
                        "Claims with the word “dam”, 2025-09-01 to 2025-09-17.",
                        "Yours <span class=\"total\">1</span>");
    }

    @Test
    void keeps_only_what_an_address_of_the_search_page_says() {
        keep("Odd", "dam", "as=claims&page=3&after=%zz&next=//elsewhere.example&period=%", "own");
        assertThat(given().get(SEARCHES).asString())
                .contains("href=\"/search?q=dam&amp;as=claims\"")
                .doesNotContain("elsewhere.example");
    }

    @Test
    void a_name_is_used_once_for_oneself_and_once_for_the_team() {
        assertThat(keep("Dam", "dam", "", "own").statusCode()).isEqualTo(303);
        assertThat(keep("Dam", "dam", "", "team").statusCode()).isEqualTo(303);
        Response again = keep("Dam", "river", "", "team");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("There is a search named “Dam” already", "value=\"river\"");
        assertThat(keep(" ", "dam", "", "own").statusCode()).isEqualTo(422);
        assertThat(keep("Misread", "topi:war", "", "own").asString()).contains("role=\"alert\"", "At character 1");
    }

    @Test
    void is_removed_by_whoever_may() {
        keep("Dam", "dam", "", "team");
        String page = given().get(SEARCHES).asString();
        String remove = page.replaceFirst("(?s).*action=\"([^\"]*/delete)\".*", "$1");
        assertThat(Forms.post(remove, Map.of()).statusCode()).isEqualTo(303);
        assertThat(given().get(SEARCHES).asString()).contains("None yet.");
        assertThat(Forms.post(remove, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @AsVera
    void a_viewer_keeps_her_own_and_sees_the_teams_but_no_other_persons() {
        long own = ofSomebody("Private", "a.id");
        long shared = ofSomebody("Shared", "null");
        assertThat(keep("Mine", "dam", "", "own").statusCode()).isEqualTo(303);
        assertThat(keep("Ours", "dam", "", "team").statusCode()).isEqualTo(403);
        assertThat(given().get(SEARCHES).asString())
                .contains(">Shared</a>", ">Mine</a>")
                .doesNotContain("Private", "Ours");
        assertThat(Forms.post(SEARCHES + "/" + own + "/delete", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(Forms.post(SEARCHES + "/" + shared + "/delete", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private long ofSomebody(String name, String owner) {
        return desk.in(
                "river-desk",
                () -> session.createNativeQuery("""
                        insert into saved_search (team_id, owner_id, name, query, created_by)
                        select t.id, %s, :name, 'dam', a.id from team t, account a
                        where t.slug = 'river-desk' and a.subject = 'member-of-river-desk' returning id""".formatted(owner), Long.class)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    private static Response keep(String name, String query, String view, String whose) {
        return Forms.post(SEARCHES, Map.of("name", name, "query", query, "view", view, "whose", whose));
    }
}
