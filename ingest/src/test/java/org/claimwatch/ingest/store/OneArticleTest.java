package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.store.AnnouncedArticles.Announcement;
import org.claimwatch.ingest.store.ArticleStore.Stored;
import org.claimwatch.ingest.support.SamplePress;
import org.claimwatch.ingest.support.SamplePressResource;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One article for each outlet and canonical address, however and how often it is announced; and what is taken away. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class OneArticleTest {
    private static final String RAIN =
            "Rain fell in the north.\n\nThe river rose.\n\nTwo bridges were closed on Friday.";
    private static final String SUN = "The sun shone in the south.\n\nNobody minded.\n\nThe harvest begins on Monday.";

    @Inject
    AnnouncedArticles articles;

    @Inject
    ArticleStore store;

    @Inject
    DueRefetches refetches;

    @Inject
    DuplicateLinking linking;

    @Inject
    EntityManager entityManager;

    private Outlet outlet;
    private String home;

    @BeforeEach
    void begin() {
        clean();
        outlet();
    }

    private void outlet() {
        outlet = QuarkusTransaction.requiringNew().call(() -> {
            home = "https://o" + System.nanoTime() + ".example/";
            Outlet added = new Outlet("Test", home, Instant.now());
            entityManager.persist(added);
            return added;
        });
    }

    @AfterEach
    void clean() {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager.createNativeQuery("delete from outlet").executeUpdate();
            entityManager.createNativeQuery("delete from analysis_task").executeUpdate();
            entityManager
                    .createNativeQuery(
                            "delete from ingest_task where task_name in ('fetch-article', 'link-duplicates')")
                    .executeUpdate();
        });
    }

    @Test
    void feeds_that_announce_copies_of_one_page_announce_one_article() {
        assertThat(add("news/rain-in-the-north")).hasSize(1);
        assertThat(add(
                        "news/rain-in-the-north/amp",
                        "news/rain-in-the-north?utm_source=rss",
                        "news/rain-in-the-north#comments",
                        "m/news/rain-in-the-north"))
                .isEmpty();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> articles.add(
                                outlet,
                                List.of(announcement(home.replace("https", "http") + "news/rain-in-the-north")))))
                .isEmpty();
        assertThat(add("news/sun-in-the-south", "news/sun-in-the-south/amp")).hasSize(1);
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
        assertThat(count("article")).isEqualTo(desktop.length);
        assertThat(count("article_address")).isEqualTo(desktop.length);
    }

    @Test
    void an_article_that_learns_its_address_from_its_page_joins_the_one_that_has_it() {
        long known = add("news/rain-in-the-north").getFirst();
        long copy = add("share/8841").getFirst();
        assertThat(store(known, RAIN, null)).isEqualTo(Stored.VERSION);
        assertThat(store(copy, RAIN + "\n\nRead more: Sun", home + "news/rain-in-the-north"))
                .isEqualTo(Stored.JOINED);
        assertThat(store(copy, RAIN, home + "news/rain-in-the-north"))
                .as("a second time")
                .isEqualTo(Stored.DROPPED);
        assertThat(store.find(copy)).isEmpty();
        assertThat(count("article_version")).isEqualTo(1);
        assertThat(add("share/8841")).as("its address is known from now on").isEmpty();
    }

    @Test
    void the_text_of_a_copy_that_came_first_is_kept() {
        long waiting = add("news/rain-in-the-north").getFirst();
        long copy = add("share/8841").getFirst();
        assertThat(store(copy, RAIN, home + "news/rain-in-the-north")).isEqualTo(Stored.JOINED);
        Article found = store.find(waiting).orElseThrow();
        assertThat(found.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(found.url).isEqualTo(home + "news/rain-in-the-north");
        assertThat(store(waiting, RAIN, null)).isEqualTo(Stored.UNCHANGED);
        assertThat(count("article_version")).isEqualTo(1);
    }

    @Test
    void a_page_that_claims_the_address_of_an_article_with_another_text_stays_itself() {
        long known = add("news/rain-in-the-north").getFirst();
        long other = add("news/sun-in-the-south").getFirst();
        store(known, RAIN, null);
        assertThat(store(other, SUN, home + "news/rain-in-the-north")).isEqualTo(Stored.VERSION);
        assertThat(store.find(other)).isPresent();
        assertThat(count("article_version")).isEqualTo(2);
    }

    @Test
    void an_address_that_nobody_has_becomes_the_article_s_own() {
        long copy = add("share/8841").getFirst();
        store(copy, RAIN, home + "news/rain-in-the-north");
        assertThat(store.find(copy).orElseThrow().url).isEqualTo(home + "news/rain-in-the-north");
        assertThat(add("share/8841", "news/rain-in-the-north")).isEmpty();
    }

    @Test
    void a_young_article_is_looked_at_again_and_one_taken_away_is_marked_but_stays() {
        long article = add("news/rain-in-the-north").getFirst();
        store(article, RAIN, null);
        Instant next = store.find(article).orElseThrow().nextFetchAt;
        assertThat(next)
                .isBetween(Instant.now().plusSeconds(1700), Instant.now().plusSeconds(1900));
        assertThat(refetches.enqueue()).isZero();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.find(Article.class, article).nextFetchAt =
                        Instant.now().minusSeconds(1));
        assertThat(refetches.enqueue()).isEqualTo(1);
        assertThat(refetches.enqueue()).as("it waits already").isZero();
        assertThat(store(article, RAIN + "\n\nUpdated 12:05", null)).isEqualTo(Stored.UNCHANGED);
        store.storeMissing(article, "o.example answered 404", false);
        assertThat(store.find(article).orElseThrow().withdrawnAt)
                .as("may be a slip")
                .isNull();
        store.storeMissing(article, "o.example answered 404", false);
        assertThat(store.find(article).orElseThrow().withdrawnAt)
                .as("the same look, its task done twice")
                .isNull();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.find(Article.class, article).missingSince =
                        Instant.now().minusSeconds(3600));
        store.storeMissing(article, "o.example answered 404", false);
        Article gone = store.find(article).orElseThrow();
        assertThat(gone.withdrawnAt).isEqualTo(gone.missingSince).isNotNull();
        assertThat(gone.withdrawnReason).isEqualTo("o.example answered 404");
        assertThat(gone.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(count("article_version")).isEqualTo(1);
        assertThat(store(article, RAIN + "\n\nA third bridge was closed.", null))
                .isEqualTo(Stored.VERSION);
        assertThat(store.find(article).orElseThrow().withdrawnAt)
                .as("it is back")
                .isNull();
    }

    @Test
    void a_rewritten_page_is_a_second_version_and_a_third_look_none() throws Exception {
        long article = add("world/2025/09/09/kessa-shelling-HY0909C").getFirst();
        assertThat(storePage(article, "kessa-shelling-HY0909C.v1.html")).isEqualTo(Stored.VERSION);
        assertThat(storePage(article, "kessa-shelling-HY0909C.html")).isEqualTo(Stored.VERSION);
        assertThat(storePage(article, "kessa-shelling-HY0909C.html")).isEqualTo(Stored.UNCHANGED);
        assertThat(count("article_version")).isEqualTo(2);
        assertThat(store.find(article).orElseThrow().changedLooks).isEqualTo(1);
    }

    @Test
    void reprints_are_linked_with_the_one_that_had_it_first_and_the_agency_is_named() {
        long original = reprint("Halyard", "hal-0913-orrin-accord");
        long gazette = reprint("Gazette", "gaz-0913-accord-reprint");
        long courier = reprint("Courier", "cou-0913-accord-reprint");
        long other = reprint("Dalmara One", "hal-0909-kessa-shelling");
        List<String> pairs = rows("select earlier_article_id || ' ' || later_article_id from near_duplicate");
        assertThat(pairs)
                .as("not " + other)
                .containsExactlyInAnyOrder(original + " " + gazette, original + " " + courier, gazette + " " + courier);
        assertThat(rows("select o.name || ' names ' || n.name from named_origin n"
                        + " join article_version v on v.id = n.article_version_id"
                        + " join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id"))
                .as("by their datelines; the agency itself names nobody")
                .containsExactlyInAnyOrder("Gazette names Halyard", "Dalmara One names Halyard");
    }

    private List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .unwrap(Session.class)
                        .createNativeQuery(sql, String.class)
                        .getResultList());
    }

    private long reprint(String name, String id) {
        outlet();
        QuarkusTransaction.requiringNew().run(() -> entityManager.find(Outlet.class, outlet.id).name = name);
        long article = add("news/" + id).getFirst();
        String text = SamplePress.articles().stream()
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("text")
                .asText();
        assertThat(store(article, text, null)).isEqualTo(Stored.VERSION);
        linking.link(QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select max(v.id) from ArticleVersion v where v.article.id = ?1", Long.class)
                        .setParameter(1, article)
                        .getSingleResult()));
        return article;
    }

    private Stored storePage(long article, String file) throws Exception {
        Path page = Path.of("../deploy/local/sample-press/site/halyard.example/world/2025/09/09")
                .resolve(file);
        String url = store.find(article).orElseThrow().url;
        ExtractedArticle extracted = new ArticleExtractor(Clock.systemUTC()).extract(Files.readString(page), url);
        return store.store(article, extracted, new PageAnswer(URI.create(url), Validators.NONE));
    }

    @Test
    void what_is_gone_for_good_is_withdrawn_at_once() {
        long article = add("news/rain-in-the-north").getFirst();
        store(article, RAIN, null);
        store.storeMissing(article, "o.example answered 410 (gone for good)", true);
        assertThat(store.find(article).orElseThrow().withdrawnAt).isNotNull();
    }

    private List<Long> meet(CyclicBarrier together, String... paths) throws Exception {
        together.await();
        return add(paths);
    }

    private static String[] paths(String start, String end) {
        return java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> start + (char) ('a' + i % 26) + i + end)
                .toArray(String[]::new);
    }

    private List<Long> add(String... paths) {
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.add(
                        outlet,
                        List.of(paths).stream()
                                .map(path -> announcement(home + path))
                                .toList()));
    }

    private static Announcement announcement(String url) {
        return new Announcement(url, "Title", Instant.now(), null);
    }

    private Stored store(long article, String text, String canonical) {
        String url = store.find(article).map(found -> found.url).orElse(home);
        return store.store(
                article,
                new ExtractedArticle(canonical, "Title", List.of(), null, null, "en", null, null, null, text),
                new PageAnswer(URI.create(url), Validators.NONE));
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from " + table)
                                .getSingleResult())
                        .longValue());
    }
}
