package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.article.ArticlePage.Origin;
import org.claimwatch.web.reading.Rows;

/** Whom does a text name as its first publisher? */
@ApplicationScoped
class OriginOfVersion {
    private final Rows rows;

    OriginOfVersion(Rows rows) {
        this.rows = rows;
    }

    Optional<Origin> of(long versionId) {
        return rows.first(Origin.class, """
                        select n.name, n.evidence, n.span_start, n.span_end,
                               (select min(o.id) from outlet o where lower(o.name) = lower(n.name)) as outlet_id
                        from named_origin n where n.article_version_id = :version
                        """, Map.of("version", versionId));
    }
}
