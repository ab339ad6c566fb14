package org.claimwatch.ingest.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;

/** Which text of an article is the newest one held? */
@ApplicationScoped
class LatestVersion implements PanacheRepository<ArticleVersion> {
    Optional<ArticleVersion> of(Article article) {
        return find("article = ?1 order by number desc", article).firstResultOptional();
    }
}
