package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.store.ArticleStore.Stored;
import org.claimwatch.ingest.support.SamplePress;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One article for each outlet and canonical address, however and how often it is announced. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class OneArticleTest {
    private static final String RAIN =
            "Rain fell in the north.\n\nThe river rose.\n\nTwo bridges were closed on Friday.";
    private static final String SUN = "The sun shone in the south.\n\nNobody minded.\n\nThe harvest begins on Monday.";

    @Inject
    AnnouncingOutlet outlet;

    @Inject
    ArticleStore store;

    @Inject
    DuplicateLinking linking;

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        outlet.clear();
        outlet.open("Test");
    }

    @AfterEach
    void clean() {
        outlet.clear();
    }

    @Test
    void feeds_that_announce_copies_of_one_page_announce_one_article() {
        assertThat(outlet.announces("news/rain-in-the-north")).hasSize(1);
        assertThat(outlet.announces(
                        "news/rain-in-the-north/amp",
                        "news/rain-in-the-north?utm_source=rss",
                        "news/rain-in-the-north#comments",
                        "m/news/rain-in-the-north"))
                .isEmpty();
        assertThat(outlet.announcesAt(outlet.home().replace("https", "http") + "news/rain-in-the-north"))
                .isEmpty();
        assertThat(outlet.announces("news/sun-in-the-south", "news/sun-in-the-south/amp"))
                .hasSize(1);
    }

    @Test
    void two_replicas_that_meet_the_same_articles_at_once_add_each_once() throws Exception {
        String[] desktop = paths("news/rain-in-the-north-", "");
        String[] amp = paths("news/rain-in-the-north-", "/amp");
        var together = new CyclicBarrier(2);
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> one = () -> meet(together, desktop);
            Callable<List<Long>> other =
                    () -> meet(together, List.of(amp).reversed().toArray(String[]::new));
            var first = replicas.submit(one);
            var second = replicas.submit(other);
            assertThat(first.get().size() + second.get().size()).isEqualTo(desktop.length);
        }
        assertThat(outlet.count("article")).isEqualTo(desktop.length);
        assertThat(outlet.count("article_address")).isEqualTo(desktop.length);
    }

    @Test
    void an_article_that_learns_its_address_from_its_page_joins_the_one_that_has_it() {
        long known = outlet.announces("news/rain-in-the-north").getFirst();
        long copy = outlet.announces("share/8841").getFirst();
        assertThat(outlet.fetched(known, RAIN)).isEqualTo(Stored.VERSION);
        assertThat(outlet.fetched(copy, RAIN + "\n\nRead more: Sun", outlet.home() + "news/rain-in-the-north"))
                .isEqualTo(Stored.JOINED);
        assertThat(outlet.fetched(copy, RAIN, outlet.home() + "news/rain-in-the-north"))
                .as("a second time")
                .isEqualTo(Stored.DROPPED);
        assertThat(store.find(copy)).isEmpty();
        assertThat(outlet.count("article_version")).isEqualTo(1);
        assertThat(outlet.announces("share/8841"))
                .as("its address is known from now on")
                .isEmpty();
    }

    @Test
    void the_text_of_a_copy_that_came_first_is_kept() {
        long waiting = outlet.announces("news/rain-in-the-north").getFirst();
        long copy = outlet.announces("share/8841").getFirst();
        assertThat(outlet.fetched(copy, RAIN, outlet.home() + "news/rain-in-the-north"))
                .isEqualTo(Stored.JOINED);
        Article found = outlet.get(waiting);
        assertThat(found.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(found.url).isEqualTo(outlet.home() + "news/rain-in-the-north");
        assertThat(outlet.fetched(waiting, RAIN)).isEqualTo(Stored.UNCHANGED);
        assertThat(outlet.count("article_version")).isEqualTo(1);
    }

    @Test
    void a_page_that_claims_the_address_of_an_article_with_another_text_stays_itself() {
        long known = outlet.announces("news/rain-in-the-north").getFirst();
        long other = outlet.announces("news/sun-in-the-south").getFirst();
        outlet.fetched(known, RAIN);
        assertThat(outlet.fetched(other, SUN, outlet.home() + "news/rain-in-the-north"))
                .isEqualTo(Stored.VERSION);
        assertThat(store.find(other)).isPresent();
        assertThat(outlet.count("article_version")).isEqualTo(2);
    }

    @Test
    void an_address_that_nobody_has_becomes_the_article_s_own() {
        long copy = outlet.announces("share/8841").getFirst();
        outlet.fetched(copy, RAIN, outlet.home() + "news/rain-in-the-north");
        assertThat(outlet.get(copy).url).isEqualTo(outlet.home() + "news/rain-in-the-north");
        assertThat(outlet.announces("share/8841", "news/rain-in-the-north")).isEmpty();
    }

    @Test
    void reprints_are_linked_with_the_one_that_had_it_first_and_the_agency_is_named() {
        long original = reprint("Halyard", "hal-0913-orrin-accord");
        long gazette = reprint("Gazette", "gaz-0913-accord-reprint");
        long courier = reprint("Courier", "cou-0913-accord-reprint");
        long other = reprint("Dalmara One", "hal-0909-kessa-shelling");
        List<String> pairs = database.texts("select earlier_article_id || ' ' || later_article_id from near_duplicate");
        assertThat(pairs)
                .as("not " + other)
                .containsExactlyInAnyOrder(original + " " + gazette, original + " " + courier, gazette + " " + courier);
        assertThat(database.texts("select o.name || ' names ' || n.name from named_origin n"
                        + " join article_version v on v.id = n.article_version_id"
                        + " join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id"))
                .as("by their datelines; the agency itself names nobody")
                .containsExactlyInAnyOrder("Gazette names Halyard", "Dalmara One names Halyard");
    }

    private long reprint(String name, String id) {
        outlet.open(name);
        long article = outlet.announces("news/" + id).getFirst();
        String text = SamplePress.articles().stream()
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("text")
                .asText();
        assertThat(outlet.fetched(article, text)).isEqualTo(Stored.VERSION);
        linking.link(database.number("select max(id) from article_version where article_id = " + article));
        return article;
    }

    private List<Long> meet(CyclicBarrier together, String... paths) throws Exception {
        together.await();
        return outlet.announces(paths);
    }

    private static String[] paths(String start, String end) {
        return IntStream.range(0, 40)
                .mapToObj(i -> start + (char) ('a' + i % 26) + i + end)
                .toArray(String[]::new);
    }
}
