package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.Database;

/** Versions as ingest stores them for the analysis to read, and the statements that it stored of them. */
@ApplicationScoped
class StoredVersions {
    static final String TITLE = "Clinics";

    private final EntityManager entities;
    private final Database database;
    private final VersionAnalysis analysis;

    StoredVersions(EntityManager entities, Database database, VersionAnalysis analysis) {
        this.entities = entities;
        this.database = database;
        this.analysis = analysis;
    }

    /** One of two statements, which are read. */
    long analysed() {
        long version = add(
                "The health ministry said that 31 clinics had closed on Monday. “We wait,” spokesman Omar Lind said.");
        analysis.analyse(version);
        assertThat(statements(version)).hasSize(2);
        return version;
    }

    /** The first of an article of an outlet of its own. */
    long add(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Outlet outlet = new Outlet("Halyard", "http://" + UUID.randomUUID() + ".example/", Instant.now());
            entities.persist(outlet);
            Article article = new Article(outlet, outlet.homeUrl + "1", Instant.now());
            entities.persist(article);
            return persist(article, text, 1);
        });
    }

    /** The second of the same article. */
    long addAfter(long first, String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> persist(entities.find(ArticleVersion.class, first).article, text, 2));
    }

    private long persist(Article article, String text, int number) {
        ArticleVersion version = new ArticleVersion(article, number, TITLE, text, "hash" + number, Instant.now());
        version.language = "en";
        entities.persist(version);
        return Objects.requireNonNull(version.id);
    }

    /** As if an analysis before this one had read it. */
    void age(long version) {
        database.run("update article_version set analysis_version = 'an older one' where id = " + version);
    }

    /** Their ids, in the order of the text. */
    List<Long> statements(long version) {
        return database.numbers(
                "select id from statement where article_version_id = %d order by ordinal".formatted(version));
    }
}
