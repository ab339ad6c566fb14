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
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
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
    Database database;

    @Inject
    StoredVersions versions;

    @Inject
    VersionAnalysis analysis;

    @Inject
    ArticleReader reader;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/q", management = true)
    URI management;

    @Test
    void an_enqueued_version_is_stored_as_the_reader_reads_it() {
        long version = versions.add(TEXT);
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
        long version = versions.add(TEXT);
        analysis.analyse(version);
        List<Long> rows = versions.statements(version);
        List<String> first = stored(version);
        analysis.analyse(version);
        assertThat(versions.statements(version)).isEqualTo(rows);
        assertThat(stored(version)).isEqualTo(first);
    }

    @Test
    void an_analysis_that_dies_in_the_middle_leaves_nothing_and_is_done_again() {
        long version = versions.add(TEXT);
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
        long first = versions.add(TEXT);
        analysis.analyse(first);
        long second = versions.addAfter(first, TEXT + " The mayor said that rain would come.");
        analysis.analyse(second);
        assertThat(stored(second)).hasSize(5);
        assertThat(stored(first)).hasSize(4);
        assertThat(database.number(
                        "select count(*) from story_article where article_id = (select article_id from article_version where id = %d)"
                                .formatted(first)))
                .isEqualTo(1);
    }

    @Test
    void another_analysis_replaces_the_statements_of_the_last() {
        long version = versions.add(TEXT);
        analysis.analyse(version);
        versions.age(version);
        analysis.analyse(version);
        assertThat(stored(version)).isEqualTo(asRead(TEXT));
    }

    @Test
    void no_claim_stays_that_nobody_makes_any_more() {
        long version = versions.add("The mayor said that the harbour master owns eleven purple tugboats.");
        analysis.analyse(version);
        database.run("update claim set text = 'What an older analysis read.' where text like '%tugboats%'");
        versions.age(version);
        analysis.analyse(version);
        List<String> claims =
                database.texts("select text from claim where text like '%tugboats%' or text like 'What an older%'");
        assertThat(claims).containsExactly("The harbour master owns eleven purple tugboats.");
    }

    private List<String> asRead(String text) {
        return reader
                .read(new ArticleToRead(
                        StoredVersions.TITLE, text, "en", OutletNames.of("Halyard", List.of("Halyard")), null))
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
}
