package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** From an enqueued version to its rows, in a real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WholePathTest {
    private static final String TEXT = """
            MADRUN - The health ministry said that 31 clinics had closed on Monday. “We wait,” spokesman Omar Lind told \
            Radio Oslo. “Then we go home.”

            The opposition denied that 31 clinics had closed on Monday. A customs official said the ministry was “a disaster”.""";

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    VersionAnalysis analysis;

    @Inject
    ArticleReader reader;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/q", management = true)
    URI management;

    @Test
    void an_enqueued_version_is_stored_as_the_reader_reads_it() {
        long version = version(TEXT, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> Queue.ANALYSIS
                        .client(dataSource)
                        .scheduleIfNotExists(AnalyseVersion.TASK
                                .instance(Long.toString(version))
                                .data(new AnalyseVersion(version))
                                .scheduledTo(Instant.now())));
        await().atMost(Duration.ofSeconds(30)).until(() -> analysed(version));

        List<String> stored = stored(version);
        assertThat(stored).hasSize(4).isEqualTo(asRead(TEXT));
        QuarkusTransaction.requiringNew().run(() -> {
            for (Statement statement : statements(version)) {
                assertThat(statement.content)
                        .isEqualTo(String.join(
                                " … ",
                                statement.contentSpans.stream()
                                        .map(span -> span.cut(TEXT))
                                        .toList()));
            }
            Statement direct = statements(version).get(1);
            assertThat(direct.form).isEqualTo(StatementForm.DIRECT);
            assertThat(direct.chain).extracting(h -> h.name).containsExactly("Omar Lind", "Radio Oslo");
            assertThat(claimPolarities(version)).contains("ASSERTS", "DENIES");
        });
        assertThat(RestAssured.get(management.resolve("/q/metrics")).asString())
                .contains("claimwatch_analysis_version_seconds_count");
        RestAssured.get(management.resolve("/q/health/ready")).then().statusCode(200);
        RestAssured.get(management.resolve("/q/health/live")).then().statusCode(200);
    }

    @Test
    void running_again_changes_nothing() {
        long version = version(TEXT, 1);
        analysis.analyse(version);
        List<Long> rows = ids(version);
        List<String> first = stored(version);
        analysis.analyse(version);
        assertThat(ids(version)).isEqualTo(rows);
        assertThat(stored(version)).isEqualTo(first);
    }

    @Test
    void an_analysis_that_dies_in_the_middle_leaves_nothing_and_is_done_again() {
        long version = version(TEXT, 1);
        QuarkusTransaction.begin();
        analysis.analyse(version);
        QuarkusTransaction.rollback();
        assertThat(stored(version)).isEmpty();
        assertThat(analysed(version)).isFalse();
        analysis.analyse(version);
        assertThat(stored(version)).isEqualTo(asRead(TEXT));
    }

    @Test
    void a_newer_version_of_an_article_is_analysed_too_and_stays_in_its_story() {
        long first = version(TEXT, 1);
        analysis.analyse(first);
        long second = QuarkusTransaction.requiringNew().call(() -> {
            Article article = entities.find(ArticleVersion.class, first).article;
            return persist(article, TEXT + " The mayor said that rain would come.", 2);
        });
        analysis.analyse(second);
        assertThat(stored(second)).hasSize(5);
        assertThat(stored(first)).hasSize(4);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> entities.createQuery(
                                        "select count(s) from StoryArticle s where s.article = (select v.article from ArticleVersion v where v.id = :id)",
                                        Long.class)
                                .setParameter("id", first)
                                .getSingleResult()))
                .isEqualTo(1);
    }

    @Test
    void another_analysis_replaces_the_statements_of_the_last() {
        long version = version(TEXT, 1);
        analysis.analyse(version);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.find(ArticleVersion.class, version).analysisVersion = "an older one");
        analysis.analyse(version);
        assertThat(stored(version)).isEqualTo(asRead(TEXT));
    }

    @Test
    void no_claim_stays_that_nobody_makes_any_more() {
        long version = version("The mayor said that the harbour master owns eleven purple tugboats.", 1);
        analysis.analyse(version);
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createQuery(
                            "update Claim c set c.text = 'What an older analysis read.' where c.text like '%tugboats%'")
                    .executeUpdate();
            entities.find(ArticleVersion.class, version).analysisVersion = "an older one";
        });
        analysis.analyse(version);
        List<String> claims = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select c.text from Claim c where c.text like '%tugboats%' or c.text like 'What an older%'",
                                String.class)
                        .getResultList());
        assertThat(claims).containsExactly("The harbour master owns eleven purple tugboats.");
    }

    @Test
    void claims_with_figures_that_exclude_each_other_contradict() {
        analysis.analyse(version("The union said that 3,100 glass blowers walked out at Tarn Works.", 1));
        analysis.analyse(version("The owner said that fewer than 1,200 glass blowers walked out at Tarn Works.", 1));
        List<String> related = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select r.from.text || r.kind || r.to.text from ClaimRelation r where r.from.text like '%blowers%'",
                                String.class)
                        .getResultList());
        assertThat(related)
                .containsExactly("Fewer than 1,200 glass blowers walked out at Tarn Works.CONTRADICTS"
                        + "3,100 glass blowers walked out at Tarn Works.");
    }

    private static final String SAID =
            "The Ostmark ministry said that the granite bridge at Quill was inspected in March.";
    private static final String TAKEN_BACK =
            "The Ostmark ministry withdrew its claim that the granite bridge at Quill was inspected in March.";

    @Test
    void what_takes_a_claim_back_relates_to_it_with_its_words_whichever_is_read_first() {
        long taken = version(TAKEN_BACK, 1);
        analysis.analyse(taken);
        assertThat(granite()).isEmpty();
        analysis.analyse(version(SAID, 1));
        String related = "Ostmark ministry withdrew its claim that the granite bridge at Quill was inspected in March."
                + " RETRACTS The granite bridge at Quill was inspected in March."
                + " withdrew its claim that … the granite bridge at Quill was inspected in March";
        assertThat(granite()).containsExactly(related);

        readAnew(taken);
        assertThat(granite()).as("read anew").containsExactly(related);

        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from statement where article_version_id = :version")
                        .setParameter("version", taken)
                        .executeUpdate());
        assertThat(granite()).as("without its words").isEmpty();
        readAnew(taken);
        assertThat(granite()).as("found again").containsExactly(related);
    }

    private void readAnew(long version) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.find(ArticleVersion.class, version).analysisVersion = "an older one");
        analysis.analyse(version);
    }

    private List<String> granite() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery("""
                        select f.text || ' ' || r.kind || ' ' || t.text
                          || coalesce(' ' || substr(v.text, e.cue_start + 1, e.cue_end - e.cue_start) || ' … '
                             || substr(v.text, e.claimed_start + 1, e.claimed_end - e.claimed_start), '')
                        from claim_relation r join claim f on f.id = r.from_claim_id join claim t on t.id = r.to_claim_id
                        left join relation_evidence e on e.claim_relation_id = r.id
                        left join statement s on s.id = e.statement_id
                        left join article_version v on v.id = s.article_version_id
                        where t.text like '%granite%'""", String.class)
                        .getResultList());
    }

    private List<String> asRead(String text) {
        return reader
                .read(new ArticleToRead("Clinics", text, "en", OutletNames.of("Halyard", List.of("Halyard")), null))
                .statements()
                .stream()
                .map(WholePathTest::line)
                .toList();
    }

    private static String line(ReadStatement s) {
        return "%s %s %s %s %s"
                .formatted(
                        s.speaker().name(),
                        s.attribution().source(),
                        s.attribution().cue(),
                        s.attribution().form(),
                        s.attribution().content());
    }

    private List<String> stored(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> statements(version).stream()
                        .map(s -> "%s %s %s %s %s"
                                .formatted(s.speakerName, s.mention, s.cue, s.form, List.copyOf(s.contentSpans)))
                        .toList());
    }

    private List<Long> ids(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> statements(version).stream().map(s -> s.id).toList());
    }

    private List<Statement> statements(long version) {
        return entities.createQuery(
                        "from Statement s where s.articleVersion.id = :version order by s.ordinal", Statement.class)
                .setParameter("version", version)
                .getResultList();
    }

    private List<String> claimPolarities(long version) {
        return entities
                .createQuery(
                        "select c.polarity from ClaimStatement c where c.statement.articleVersion.id = :version",
                        ClaimPolarity.class)
                .setParameter("version", version)
                .getResultList()
                .stream()
                .map(Enum::name)
                .toList();
    }

    private boolean analysed(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.find(ArticleVersion.class, version).analysedAt != null);
    }

    private long version(String text, int number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Outlet outlet = new Outlet("Halyard", "http://" + UUID.randomUUID() + ".example/", Instant.now());
            entities.persist(outlet);
            Article article = new Article(outlet, outlet.homeUrl + "1", Instant.now());
            entities.persist(article);
            return persist(article, text, number);
        });
    }

    private long persist(Article article, String text, int number) {
        ArticleVersion version = new ArticleVersion(article, number, "Clinics", text, "hash" + number, Instant.now());
        version.language = "en";
        entities.persist(version);
        return Objects.requireNonNull(version.id);
    }
}
