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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Times every task of a queue, puts it into the trace of whoever enqueued it, and has each line that is logged about it say
 * which task it was and in which trace; also the one that says why it failed.
 *
 * <p>Metrics and traces go to the process's own registries, which a program without them leaves empty at no cost.
 */
final class TaskObservation implements ExecutionInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(TaskObservation.class);

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

    /** What is put into the lines' context stays there: the thread is this task's own, and its failure is dealt with after this. */
    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        serializer.takeLastRead();
        MDC.put("task", task.getTaskName() + " " + task.getId());
        try {
            // Recurring tasks have no payload and begin no trace: most of their runs find nothing to do.
            return task.getData() == null ? timed(task, context, chain) : traced(task, context, chain);
        } catch (RuntimeException | Error e) {
            LOG.warn("{} {} failed: {}", task.getTaskName(), task.getId(), reason(e), e);
            throw e;
        }
    }

    /** What is wrapped says what happened: the outermost is often "a transaction failed". */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage();
        return said == null ? innermost.toString() : said;
    }

    private CompletionHandler<?> traced(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        Span span = begin(task);
        try (Scope _ = span.makeCurrent()) {
            return timed(task, context, chain);
        } catch (RuntimeException | Error e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            if (span.getSpanContext().isValid()) {
                MDC.put("traceId", span.getSpanContext().getTraceId());
                MDC.put("spanId", span.getSpanContext().getSpanId());
            }
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
