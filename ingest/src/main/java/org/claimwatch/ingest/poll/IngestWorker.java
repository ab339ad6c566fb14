package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueMeters;
import org.claimwatch.ingest.archive.ArchiveTending;
import org.claimwatch.ingest.discover.FeedDiscovery;
import org.claimwatch.ingest.retention.ArticleErasure;
import org.claimwatch.ingest.retention.Retention;
import org.claimwatch.ingest.silence.SilenceWatch;
import org.claimwatch.ingest.store.ArticleFetching;
import org.claimwatch.ingest.store.DueRefetches;
import org.claimwatch.ingest.store.DuplicateLinking;
import org.claimwatch.ingest.websub.Subscribing;
import org.jspecify.annotations.Nullable;

/** Works the ingest queue for as long as this replica lives. */
@Singleton
class IngestWorker {
    private final DataSource dataSource;
    private final PollConfig config;
    private final DuePolls duePolls;
    private final FeedPolling feedPolling;
    private final ArticleFetching articleFetching;
    private final DueRefetches dueRefetches;
    private final FeedDiscovery feedDiscovery;
    private final DuplicateLinking duplicateLinking;
    private final ArchiveTending archive;
    private final ArticleErasure erasure;
    private final Retention retention;
    private final Subscribing subscribing;
    private final SilenceWatch silenceWatch;
    private final MeterRegistry metrics;
    private @Nullable Scheduler scheduler;

    IngestWorker(
            DataSource dataSource,
            PollConfig config,
            DuePolls duePolls,
            FeedPolling feedPolling,
            ArticleFetching articleFetching,
            DueRefetches dueRefetches,
            FeedDiscovery feedDiscovery,
            DuplicateLinking duplicateLinking,
            ArchiveTending archive,
            ArticleErasure erasure,
            Retention retention,
            Subscribing subscribing,
            SilenceWatch silenceWatch,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.config = config;
        this.duePolls = duePolls;
        this.feedPolling = feedPolling;
        this.articleFetching = articleFetching;
        this.dueRefetches = dueRefetches;
        this.feedDiscovery = feedDiscovery;
        this.duplicateLinking = duplicateLinking;
        this.archive = archive;
        this.erasure = erasure;
        this.retention = retention;
        this.subscribing = subscribing;
        this.silenceWatch = silenceWatch;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        new QueueMeters(Queue.INGEST, dataSource).bindTo(metrics);
        for (FeedTrouble trouble : FeedTrouble.values()) {
            Gauge.builder(
                            "claimwatch.ingest.trouble",
                            () -> count("select count(*) from feed where trouble = '" + trouble.name() + "'"))
                    .tag("kind", trouble.name())
                    .description("feeds that suffer from this")
                    .register(metrics);
        }
        Scheduler worker = Queue.INGEST
                .worker(
                        dataSource,
                        List.of(
                                feedPolling.task(),
                                articleFetching.task(),
                                feedDiscovery.task(),
                                duplicateLinking.task(),
                                erasure.task()),
                        config.threads())
                .startTasks(List.of(
                        duePolls.task(),
                        dueRefetches.task(),
                        archive.task(),
                        retention.task(),
                        subscribing.task(),
                        silenceWatch.task()))
                .build();
        worker.start();
        scheduler = worker;
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private double count(String query) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
