package org.claimwatch.common.task;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The trace of the task under way, for rows that others tell of later: an article's, to which a digest links. */
public final class TaskTrace {
    private TaskTrace() {}

    /** As in the header of the W3C's Trace Context; null outside any trace. */
    public static @Nullable String current() {
        Map<String, String> carrier = new TreeMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), carrier, (into, key, value) -> carrier.put(key, value));
        return carrier.get(TracedSerializer.FIELD);
    }

    /** Says that the task under way is about what happened in another trace. */
    public static void link(String other) {
        Context told = W3CTraceContextPropagator.getInstance().extract(Context.root(), other, TaskObservation.CARRIED);
        Span.current().addLink(Span.fromContext(told).getSpanContext());
    }
}
