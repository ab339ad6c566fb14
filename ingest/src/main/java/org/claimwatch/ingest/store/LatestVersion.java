package org.claimwatch.ingest.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;

/** Which text of an article is the newest one held? */
@ApplicationScoped
class LatestVersion implements PanacheRepository<ArticleVersion> {
    Optional<ArticleVersion> of(Article article) {
        return find("article = ?1 order by number desc", article).firstResultOptional();
    }

    /** When an article appeared: a printed day alone says less than when it was met. */
    Instant born(Article article) {
        Instant met = article.discoveredAt;
        return of(article)
                .flatMap(LatestVersion::published)
                .filter(published -> published.isBefore(met))
                .orElse(met);
    }

    private static Optional<Instant> published(ArticleVersion version) {
        return Optional.ofNullable(version.publishedAt)
                .map(at -> version.publishedDayOnly ? at.plus(1, ChronoUnit.DAYS) : at);
    }
}
