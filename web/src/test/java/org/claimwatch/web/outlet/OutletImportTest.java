package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.Ownership;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Searching;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@QuarkusTest
@AsAda
class OutletImportTest {
    private static final String TABLE = """
            name,home page,language,country,ownership,feeds
            One,https://one.searched.example/,en,GB,private,https://one.searched.example/rss
            Two,two.searched.example,,,,
            ,https://three.searched.example/,,,,
            Here,https://here.searched.example/,,,,https://here.searched.example/new
            Same,https://www.one.searched.example,,,,https://one.searched.example/rss https://one.searched.example/more
            """;

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
    void a_table_is_shown_before_it_is_taken_and_taken_once() {
        searching.outlet("Here", "https://here.searched.example");
        String page = upload("outlets.csv", TABLE);
        assertThat(given().get(page).asString())
                .contains(
                        "Add 2 outlets and 3 feeds", "its feeds will be looked for", "watched already, gets more feeds")
                .contains("line 4", "The outlet needs a name.")
                .contains(
                        "line 6",
                        "Same has the home page of line 2",
                        "https://one.searched.example/rss is there already");
        assertThat(outlets()).containsExactly("Here");
        Forms.postAndFollow(page, Map.of());
        Forms.postAndFollow(page, Map.of());
        assertThat(outlets()).containsExactly("Here", "One", "Two");
        assertThat(feeds())
                .containsExactly(
                        "https://here.searched.example/new",
                        "https://one.searched.example/more",
                        "https://one.searched.example/rss");
        assertThat(given().get(page).asString())
                .contains("2 outlets and 3 feeds added; 2 entries were here already; 1 entry could not be taken.");
        assertThat(database.texts("""
                        select s.address from outlet_search s join outlet o on o.id = s.outlet_id
                        join ingest_task t on t.task_name = 'discover-feeds' and t.task_instance = cast(s.id as text)
                        where s.adopts and o.name = 'Two'"""))
                .as("an outlet without feeds is searched for them")
                .hasSize(1);
        assertThat(given().get(upload("again.csv", TABLE)).asString()).contains("Nothing in this file is new here.");
    }

    @Test
    void what_is_exported_is_opml_and_comes_back_as_it_was() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            var outlet = new Outlet("Öst & \"West\" <Post>", "https://searched.example/east/", Instant.now());
            outlet.language = "de-AT";
            outlet.country = "AT";
            outlet.ownership = Ownership.PUBLIC;
            entities.persist(outlet);
            persist(outlet, "https://searched.example/rss?a=1&b=2", FeedKind.RSS, "All\u0007 of it");
            persist(outlet, "https://other.searched.example/section/", FeedKind.SECTION_PAGE, null);
            persist(outlet, "https://searched.example/new", null, null);
        });
        List<String> before = rows();
        Response export = given().get("/outlets.opml");
        assertThat(export.contentType()).startsWith("text/x-opml");
        assertThat(export.header("Content-Disposition")).contains("outlets.opml");
        String opml = export.asString();
        validate(opml);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from outlet where home_url like '%searched.example%'")
                        .executeUpdate());
        Forms.postAndFollow(upload("outlets.opml", opml), Map.of());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void files_that_are_none_too_large_or_missing_are_refused() {
        assertThat(send("list.csv", new byte[0]).asString()).contains("Choose a file first");
        assertThat(send("list.csv", new byte[2_200_000]).asString()).contains("larger than 2 MB");
        assertThat(given().get(upload("picture.png", "\u0089PNG binary")).asString())
                .contains("Nothing in this file is new here", "The first row must name the columns");
    }

    @Test
    void hostile_words_in_a_file_stay_text() {
        String page = upload("<b>x</b>.csv", """
                name,home page,country,feeds
                <script>alert(1)</script>,https://searched.example/,,https://searched.example/<i>
                "<u>u</u>",https://searched.example/2,<s>,https://searched.example/2/feed
                """);
        assertThat(given().get(page).asString()).doesNotContain("<script>alert", "<b>x", "<i>", "<u>u", "<s>");
    }

    @Test
    @AsBen
    void only_instance_admins_see_the_ways_in_and_out() {
        assertThat(given().get("/outlets").asString()).doesNotContain("/outlets/import", "/outlets.opml");
        assertThat(given().get("/outlets.opml").statusCode()).isEqualTo(403);
    }

    private void persist(Outlet outlet, String url, @Nullable FeedKind kind, @Nullable String title) {
        var feed = new Feed(outlet, url, Instant.now());
        feed.kind = kind;
        feed.title = title;
        entities.persist(feed);
    }

    /** The characters that XML cannot hold are the only thing that may be lost. */
    private List<String> rows() {
        return database.texts("""
                select o.name || o.home_url || coalesce(o.language, '-') || coalesce(o.country, '-')
                       || coalesce(o.ownership, '-') || f.url || coalesce(f.kind, '-')
                       || coalesce(replace(f.title, chr(7), ''), '-')
                from outlet o join feed f on f.outlet_id = o.id where o.home_url like '%searched.example%'
                order by f.url""");
    }

    private List<String> outlets() {
        return database.texts("select name from outlet where home_url like '%searched.example%' order by name");
    }

    private List<String> feeds() {
        return database.texts("select url from feed where url like '%searched.example%' order by url");
    }

    /** What OPML 2.0 demands: version, head, a body with outlines, each with a text, and an address where it is a feed. */
    private static void validate(String opml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(opml)));
        Element root = document.getDocumentElement();
        assertThat(root.getNodeName()).isEqualTo("opml");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        assertThat(root.getElementsByTagName("head").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("body").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("dateCreated").item(0).getTextContent())
                .matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        var outlines = root.getElementsByTagName("outline");
        assertThat(outlines.getLength()).isPositive();
        for (int i = 0; i < outlines.getLength(); i++) {
            Element outline = (Element) outlines.item(i);
            assertThat(outline.hasAttribute("text")).isTrue();
            assertThat(outline.getAttribute("type")).isIn("", "rss", "link");
            assertThat(outline.getAttribute("type").equals("rss")).isEqualTo(outline.hasAttribute("xmlUrl"));
            assertThat(outline.getAttribute("type").equals("link")).isEqualTo(outline.hasAttribute("url"));
        }
    }

    private static String upload(String name, String content) {
        Response response = send(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        return response.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Response send(String name, byte[] content) {
        return Forms.upload("/outlets/import", "list", name, content);
    }
}
