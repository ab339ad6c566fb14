package org.claimwatch.analysis.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueMeters;

/** Takes versions from the queue, one after another on each of its threads. */
@ApplicationScoped
class AnalysisWorker {
    private final VersionAnalysis analysis;
    private final StaleReadings stale;
    private final AnalysisRelease release;
    private final AnalysisFailures failures;
    private final AnalysisConfig config;
    private final Scheduler scheduler;

    AnalysisWorker(
            VersionAnalysis analysis,
            StaleReadings stale,
            AnalysisRelease release,
            AnalysisFailures failures,
            AgroalDataSource dataSource,
            AnalysisConfig config,
            MeterRegistry metrics) {
        this.analysis = analysis;
        this.stale = stale;
        this.release = release;
        this.failures = failures;
        this.config = config;
        this.scheduler = Queue.ANALYSIS
                .worker(dataSource, List.of(task()), config.threads())
                .startTasks(stale.task())
                .build();
        new QueueMeters(Queue.ANALYSIS, dataSource).bindTo(metrics);
        metrics.gauge("claimwatch.analysis.stale", this, worker -> worker.stale.left());
    }

    void start(@Observes StartupEvent event) {
        release.register();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }

    private OneTimeTask<AnalyseVersion> task() {
        FailureHandler<AnalyseVersion> retry = FailureHandler.<AnalyseVersion>maxRetries(config.retries())
                .withBackoff(config.retryAfter())
                .thenRemove(this::giveUp);
        return Tasks.oneTime(AnalyseVersion.TASK)
                .onFailure((failure, operations) -> {
                    boolean hopeless = failure.getCause().orElse(null) instanceof UnreadableTextException;
                    (hopeless ? FailureHandler.<AnalyseVersion>maxRetries(0).thenRemove(this::giveUp) : retry)
                            .onFailure(failure, operations);
                })
                .execute((instance, context) -> handle(instance.getData()));
    }

    private void giveUp(ExecutionComplete failure) {
        var task = (AnalyseVersion) failure.getExecution().taskInstance.getData();
        failures.giveUp(task.articleVersionId(), failure.getCause().orElse(null));
    }

    /** The scheduler's threads are its own: the request context has to be opened here. */
    private void handle(AnalyseVersion task) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            analysis.analyse(task.articleVersionId());
        } finally {
            context.terminate();
        }
    }
}
