package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.task.EraseArticle;
import org.claimwatch.web.article.GonePage.Cause;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** Tells an article that was given up from one that never was. */
@ApplicationScoped
class GoneArticles {
    private final Rows rows;

    GoneArticles(Rows rows) {
        this.rows = rows;
    }

    private record Row(Cause cause, @Nullable Instant at) {}

    Optional<GonePage> of(long articleId, Reader reader) {
        return rows.first(Row.class, """
                        select 'BEING_ERASED' as cause, cast(null as timestamptz) as at from article a
                        where a.id = :article and exists (
                          select from ingest_task t where t.task_name = :task and t.task_instance = cast(a.id as text))
                        union all
                        select 'ERASED', erased_at from erasure where article_id = :article
                        union all
                        select 'EXPIRED', expired_at from article a where a.id = :article and expired_at is not null
                        """, Map.of("article", articleId, "task", EraseArticle.TASK.getTaskName()))
                .map(row -> new GonePage(row.cause(), row.at() == null ? null : reader.exactly(row.at())));
    }
}
