package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times every task of a queue and puts it into the trace of whoever enqueued it.
 *
 * <p>Metrics and traces go to the process's own registries, which a program without them leaves empty at no cost.
 */
final class TaskObservation implements ExecutionInterceptor {
    static final TextMapGetter<String> CARRIED = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String parent) {
            return List.of(TracedSerializer.FIELD);
        }

        @Override
        public @Nullable String get(@Nullable String parent, String key) {
            return key.equals(TracedSerializer.FIELD) ? parent : null;
        }
    };

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120)
    };

    private final Queue queue;
    private final TracedSerializer serializer;

    TaskObservation(Queue queue, TracedSerializer serializer) {
        this.queue = queue;
        this.serializer = serializer;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        serializer.takeLastRead();
        // Recurring tasks have no payload and begin no trace: most of their runs find nothing to do.
        return task.getData() == null ? timed(task, context, chain) : traced(task, context, chain);
    }

    private CompletionHandler<?> traced(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        Span span = begin(task);
        try (Scope _ = span.makeCurrent()) {
            return timed(task, context, chain);
        } catch (RuntimeException e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private CompletionHandler<?> timed(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        Timer.Sample timing = Timer.start();
        String outcome = "failed";
        try {
            CompletionHandler<?> done = chain.proceed(task, context);
            outcome = "done";
            return done;
        } finally {
            stop(timing, task, outcome);
        }
    }

    private Span begin(TaskInstance<?> task) {
        Context parent =
                W3CTraceContextPropagator.getInstance().extract(Context.root(), serializer.takeLastRead(), CARRIED);
        return GlobalOpenTelemetry.getTracer("org.claimwatch")
                .spanBuilder(task.getTaskName())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("claimwatch.queue", queue.label())
                .setAttribute("claimwatch.task", task.getId())
                .startSpan();
    }

    private void stop(Timer.Sample timing, TaskInstance<?> task, String outcome) {
        timing.stop(Timer.builder("claimwatch.task")
                .description("runs of a task")
                .tags("queue", queue.label(), "task", task.getTaskName(), "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(Metrics.globalRegistry));
    }
}
