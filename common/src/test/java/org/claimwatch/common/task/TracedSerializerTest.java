package org.claimwatch.common.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

class TracedSerializerTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final FetchArticle TASK = new FetchArticle(7);

    private final TracedSerializer serializer = new TracedSerializer();

    @Test
    void a_task_carries_the_trace_of_whoever_enqueued_it() {
        assertThat(serializer.deserialize(FetchArticle.class, enqueued())).isEqualTo(TASK);
        assertThat(serializer.takeLastRead()).isEqualTo("00-" + TRACE + "-b7ad6b7169203331-01");
        assertThat(serializer.takeLastRead()).as("once for each payload").isNull();
    }

    @Test
    void without_a_trace_the_payload_is_plain() {
        byte[] plain = serializer.serialize(TASK);
        assertThat(new String(plain, UTF_8)).isEqualTo("{\"articleId\":7}");
        serializer.deserialize(FetchArticle.class, plain);
        assertThat(serializer.takeLastRead()).isNull();
    }

    /** In a rolling upgrade the release before reads what this one enqueues. */
    @Test
    void a_reader_that_knows_no_traces_reads_it_all_the_same() {
        assertThat(new JacksonSerializer().deserialize(FetchArticle.class, enqueued()))
                .isEqualTo(TASK);
    }

    private byte[] enqueued() {
        Span span = Span.wrap(
                SpanContext.create(TRACE, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
        try (Scope _ = span.makeCurrent()) {
            return serializer.serialize(TASK);
        }
    }
}
