package org.claimwatch.web.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueMeters;

/** Works the web queue: one scheduler for all features, because it must know every task that it may meet there. */
@ApplicationScoped
class Worker {
    /** Each waits for a mail server or a stranger's web server most of the time. */
    private static final int THREADS = 4;

    private final Scheduler scheduler;

    Worker(@All List<Work> features, AgroalDataSource dataSource, MeterRegistry meters) {
        List<Task<?>> tasks = features.stream()
                .<Task<?>>flatMap(feature -> feature.tasks().stream())
                .toList();
        List<RecurringTask<?>> rounds = features.stream()
                .<RecurringTask<?>>flatMap(feature -> feature.rounds().stream())
                .toList();
        var builder = Queue.WEB.worker(dataSource, tasks, THREADS);
        for (RecurringTask<?> round : rounds) {
            builder.startTasks(round);
        }
        this.scheduler = builder.build();
        new QueueMeters(Queue.WEB, dataSource).bindTo(meters);
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }
}
