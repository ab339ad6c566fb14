package org.claimwatch.web.digest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueMeters;
import org.claimwatch.common.task.SendDigestIssue;

/** Works the web queue: looks for periods that have ended, and mails the editions that were entered. */
@ApplicationScoped
class DigestWorker {
    private static final int THREADS = 2;

    private final DigestLedger ledger;
    private final DigestSending sending;
    private final DigestConfig config;
    private final Scheduler scheduler;

    DigestWorker(
            DigestLedger ledger,
            DigestSending sending,
            DigestConfig config,
            AgroalDataSource dataSource,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.sending = sending;
        this.config = config;
        this.scheduler = Queue.WEB
                .worker(dataSource, List.of(sendIssue()), THREADS)
                .startTasks(closePeriods())
                .build();
        new QueueMeters(Queue.WEB, dataSource).bindTo(meters);
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }

    private RecurringTask<Void> closePeriods() {
        return Tasks.recurring("close-digest-periods", FixedDelay.of(config.lookEvery()))
                .execute((instance, context) -> ledger.closeEndedPeriods());
    }

    private OneTimeTask<SendDigestIssue> sendIssue() {
        FailureHandler<SendDigestIssue> retry = FailureHandler.<SendDigestIssue>maxRetries(config.attempts())
                .withBackoff(config.retryAfter())
                .thenRemove(failure -> note(failure, true));
        return Tasks.oneTime(SendDigestIssue.TASK)
                .onFailure((failure, operations) -> {
                    note(failure, false);
                    retry.onFailure(failure, operations);
                })
                .execute((instance, context) -> sending.send(instance.getData().digestIssueId()));
    }

    private void note(ExecutionComplete failure, boolean givenUp) {
        var data = (SendDigestIssue) failure.getExecution().taskInstance.getData();
        sending.failed(data.digestIssueId(), failure.getCause().orElse(null), givenUp);
    }
}
