package org.claimwatch.common.task;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells a scraper how deep and how old a queue is, with one question to the database for all of its gauges. */
public final class QueueMeters implements MeterBinder {
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private record Seen(long at, @Nullable QueueState state) {}

    private final Queue queue;
    private final DataSource dataSource;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    public QueueMeters(Queue queue, DataSource dataSource) {
        this.queue = queue;
        this.dataSource = dataSource;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        gauge(metrics, "claimwatch.queue.depth", "tasks waiting or under way", QueueState::depth);
        gauge(metrics, "claimwatch.queue.due", "tasks that may run now, with those under way", QueueState::due);
        gauge(metrics, "claimwatch.queue.age.seconds", "wait of the oldest due task", QueueState::ageSeconds);
        gauge(metrics, "claimwatch.queue.failing", "tasks whose newest attempt failed", QueueState::failing);
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<QueueState> value) {
        Gauge.builder(name, () -> {
                    QueueState state = state();
                    return state == null ? Double.NaN : value.applyAsDouble(state);
                })
                .tag("queue", queue.label())
                .description(description)
                .register(metrics);
    }

    private @Nullable QueueState state() {
        Seen last = seen.get();
        if (last == null || System.nanoTime() - last.at() > GOOD_FOR.toNanos()) {
            last = new Seen(System.nanoTime(), ask());
            seen.set(last);
        }
        return last.state();
    }

    private @Nullable QueueState ask() {
        try {
            return QueueState.of(queue, dataSource);
        } catch (SQLException e) {
            return null;
        }
    }
}
