package org.claimwatch.analysis.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.task.TaskTrace;
import org.jboss.logging.Logger;

/** Analyses one version of an article: read, then everything that was read stored in one transaction. */
@ApplicationScoped
public class VersionAnalysis {
    private static final Logger LOG = Logger.getLogger(VersionAnalysis.class);

    private final EntityManager entities;
    private final ArticleReader reader;
    private final ReadingStore store;
    private final AnalysisRelease release;
    private final AnalysisFailures failures;
    private final Clock clock;
    private final MeterRegistry metrics;

    VersionAnalysis(
            EntityManager entities,
            ArticleReader reader,
            ReadingStore store,
            AnalysisRelease release,
            AnalysisFailures failures,
            Clock clock,
            MeterRegistry metrics) {
        this.entities = entities;
        this.reader = reader;
        this.store = store;
        this.release = release;
        this.failures = failures;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Reads a stored version and stores what it says; once read by this analysis or a later one, nothing more. */
    @Transactional
    public void analyse(long versionId) {
        Timer.Sample sample = Timer.start(metrics);
        ArticleVersion version = entities.find(ArticleVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            LOG.infof("Article version %d is gone; there is nothing to analyse", versionId);
            stop(sample, "gone");
            return;
        }
        if (release.keeps(version.analysisVersion)) {
            stop(sample, "known");
            return;
        }
        ArticleReading reading = reader.read(
                new ArticleToRead(version.title, version.text, version.language, outlets(version), published(version)));
        store.store(version, reading);
        version.analysedAt = clock.instant();
        version.analysisVersion = AnalysisRelease.NAME;
        version.readTrace = TaskTrace.current();
        failures.forget(version);
        metrics.counter("claimwatch.analysis.statements")
                .increment(reading.statements().size());
        stop(sample, "read");
    }

    private OutletNames outlets(ArticleVersion version) {
        return OutletNames.of(
                version.article.outlet.name,
                entities.createQuery("select o.name from Outlet o order by o.name", String.class)
                        .getResultList());
    }

    static java.time.Instant published(ArticleVersion version) {
        return version.publishedAt == null ? version.fetchedAt : version.publishedAt;
    }

    private void stop(Timer.Sample sample, String outcome) {
        sample.stop(metrics.timer("claimwatch.analysis.version", "outcome", outcome));
    }
}
