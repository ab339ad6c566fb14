package org.claimwatch.web.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** A query's feed as a feed reader meets it, which nobody has signed in. */
@QuarkusTest
class SearchFeedTest {
    private static final String WORDS = "Zebrafication of <b>dams</b> & rivers\u0001 looms]]>";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Query ZEBRA = Query.of("zebrafication lang:en");

    @Inject
    Stranger stranger;

    @Inject
    SearchFeeds feeds;

    @Inject
    EntityManager entities;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Stranger.Rows rows;
    private long person;

    @BeforeEach
    void put() {
        rows = stranger.put(WORDS, "https://zebra.example/news", 0.95f, now.minus(2, ChronoUnit.HOURS));
        person = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("""
                        insert into account (subject, name) values ('feed reader', 'Reader')
                        on conflict (subject) do update set feed_number = 1, last_seen_at = now() returning id
                        """).getSingleResult()).longValue());
    }

    @AfterEach
    void remove() {
        stranger.remove(rows);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_well_formed_and_its_text_is_text(ResultKind kind) throws Exception {
        Response answer = given().get(path(kind, ZEBRA));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        Element entry = only(answer);
        assertThat(text(entry, "title")).contains("Zebrafication of <b>dams</b> & rivers looms]]>");
        assertThat(text(entry, "id"))
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(text(entry, "updated"))
                .isEqualTo(now.minus(2, ChronoUnit.HOURS).toString());
        assertThat(((Element) entry.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href"))
                .matches("http://127\\.0\\.0\\.1:8080/(articles|claims|stories)/\\d+.*");
        assertThat(text(only(given().get(path(kind, ZEBRA))), "id")).isEqualTo(text(entry, "id"));
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_that_says_the_same_is_no_second_entry(ResultKind kind) throws Exception {
        String before = text(only(given().get(path(kind, ZEBRA))), "id");
        stranger.publishAnew(rows, WORDS, 0.95f, now.minus(1, ChronoUnit.HOURS));
        Element after = only(given().get(path(kind, ZEBRA)));
        assertThat(text(after, "id")).isEqualTo(before);
        assertThat(text(after, "updated"))
                .isEqualTo(now.minus(1, ChronoUnit.HOURS).toString());
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_rss_too_for_readers_that_take_nothing_else(ResultKind kind) throws Exception {
        Response answer = given().get(path(kind, ZEBRA) + "/rss");
        assertThat(answer.contentType()).startsWith("application/rss+xml");
        Element atom = only(given().get(path(kind, ZEBRA)));
        Element rss = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()))
                .getDocumentElement();
        assertThat(rss.getAttribute("version")).isEqualTo("2.0");
        for (String needed : List.of("title", "link", "description")) {
            assertThat(plain(rss, needed)).isNotEmpty();
        }
        assertThat(rss.getElementsByTagName("item").getLength()).isOne();
        Element item = (Element) rss.getElementsByTagName("item").item(0);
        assertThat(plain(item, "title")).isEqualTo(text(atom, "title"));
        assertThat(plain(item, "guid")).isEqualTo(text(atom, "id"));
        assertThat(((Element) item.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
                .isEqualTo("false");
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain(item, "pubDate"), Instant::from))
                .isEqualTo(Instant.parse(text(atom, "updated")));
        assertThat(plain(item, "description")).as("HTML that shows this text").doesNotContain("<");
        assertThat(given().header("If-None-Match", answer.header("ETag"))
                        .get(path(kind, ZEBRA) + "/rss")
                        .statusCode())
                .isEqualTo(304);
    }

    private static String plain(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void what_a_reader_has_is_not_sent_again() {
        String path = path(ResultKind.STATEMENTS, ZEBRA);
        Response first = given().get(path);
        String tag = first.header("ETag");
        String modified = first.header("Last-Modified");
        assertThat(given().header("If-None-Match", "\"other\", " + tag)
                        .get(path)
                        .statusCode())
                .isEqualTo(304);
        assertThat(given().header("If-None-Match", tag.substring(2)).get(path).statusCode())
                .isEqualTo(304);
        assertThat(given().header("If-Modified-Since", modified).get(path).statusCode())
                .isEqualTo(304);
        assertThat(given().header("If-None-Match", "\"other\"")
                        .header("If-Modified-Since", modified)
                        .get(path)
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("If-Modified-Since", "yesterday").get(path).statusCode())
                .isEqualTo(200);
        stranger.publishAnew(rows, WORDS, 0.95f, now);
        Response second = given().header("If-None-Match", tag).get(path);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void an_address_opens_its_query_alone_and_as_long_as_its_person_is_here() {
        String path = path(ResultKind.STATEMENTS, ZEBRA);
        String other = path(ResultKind.STATEMENTS, Query.of("lang:en"));
        String forged = other.substring(0, other.indexOf('.')) + path.substring(path.indexOf('.'));
        assertThat(given().get(forged).statusCode()).isEqualTo(404);
        assertThat(given().get(SearchFeeds.PATH + "nonsense").statusCode()).isEqualTo(404);
        assertThat(given().get(path).statusCode()).isEqualTo(200);
        change("last_seen_at = now() - interval '91 days'");
        assertThat(given().get(path).statusCode()).isEqualTo(404);
        change("last_seen_at = now(), feed_number = 2");
        assertThat(given().get(path).asString()).contains("take the address beside the exports");
        assertThat(given().get(path(ResultKind.STATEMENTS, ZEBRA)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_too_long_for_an_address_has_none() {
        Query longest = Query.of("\u0639 OR ".repeat(90) + "\u0639".repeat(1500));
        assertThat(longest.problem()).isNull();
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(feeds.path(person, ResultKind.STATEMENTS, longest))
                        .isEmpty());
    }

    private String path(ResultKind kind, Query query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feeds.path(person, kind, query).orElseThrow());
    }

    private void change(String what) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update account set %s where id = %d".formatted(what, person))
                        .executeUpdate());
    }

    private static Element only(Response feed) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var entries = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.asByteArray()))
                .getElementsByTagNameNS(ATOM, "entry");
        List<Element> all = IntStream.range(0, entries.getLength())
                .mapToObj(i -> (Element) entries.item(i))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String text(Element entry, String name) {
        return entry.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}
