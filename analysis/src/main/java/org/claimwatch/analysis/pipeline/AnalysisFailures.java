package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.claimwatch.common.article.ArticleVersion;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Remembers which texts this analysis could not read, and why, so that it does not try them for ever. */
@ApplicationScoped
class AnalysisFailures {
    private static final Logger LOG = Logger.getLogger(AnalysisFailures.class);
    private static final int LONGEST = 1_000;

    private final EntityManager entities;
    private final Clock clock;

    AnalysisFailures(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Gives a version up until another analysis comes. */
    @Transactional
    void giveUp(long version, @Nullable Throwable cause) {
        String error = error(cause);
        LOG.errorf("Article version %d could not be read and is left as it is: %s", version, error);
        entities.createNativeQuery("""
                        insert into analysis_failure (article_version_id, analysis_version, error, failed_at)
                        select id, :analysis, :error, :now from article_version where id = :version
                        on conflict (article_version_id) do update set analysis_version = excluded.analysis_version,
                          error = excluded.error, failed_at = excluded.failed_at""")
                .setParameter("analysis", AnalysisRelease.NAME)
                .setParameter("error", error)
                .setParameter("now", clock.instant())
                .setParameter("version", version)
                .executeUpdate();
    }

    /** It was read after all. */
    void forget(ArticleVersion version) {
        entities.createNativeQuery("delete from analysis_failure where article_version_id = :version")
                .setParameter("version", version.id)
                .executeUpdate();
    }

    private static String error(@Nullable Throwable cause) {
        String said = cause == null ? "no reason was given" : cause.toString().replace('\0', ' ');
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }
}
