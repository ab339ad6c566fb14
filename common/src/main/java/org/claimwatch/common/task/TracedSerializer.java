package org.claimwatch.common.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.exceptions.SerializationException;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Carries the trace of whoever enqueues a task beside its payload, so that one trace follows an article from module to
 * module; a reader that knows nothing of traces skips the field.
 */
final class TracedSerializer implements Serializer {
    /** As in the header of the W3C's Trace Context. */
    static final String FIELD = "traceparent";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Serializer payloads = new JacksonSerializer();

    /** Of the payload that this thread read last: db-scheduler hands a handler the record alone. */
    private final ThreadLocal<@Nullable String> lastRead = new ThreadLocal<>();

    @Override
    public byte[] serialize(Object data) {
        byte[] plain = payloads.serialize(data);
        String parent = TaskTrace.current();
        if (parent == null) {
            return plain;
        }
        try {
            return JSON.readTree(plain) instanceof ObjectNode object
                    ? JSON.writeValueAsBytes(object.put(FIELD, parent))
                    : plain;
        } catch (IOException e) {
            throw new SerializationException("Cannot add a trace to a task's payload", e);
        }
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        lastRead.set(parentIn(serialized));
        return payloads.deserialize(type, serialized);
    }

    /** The trace that came with the payload which this thread has read since it was asked last, if any. */
    @Nullable String takeLastRead() {
        String parent = lastRead.get();
        lastRead.remove();
        return parent;
    }

    private static @Nullable String parentIn(byte[] serialized) {
        try {
            JsonNode parent = JSON.readTree(serialized).get(FIELD);
            return parent == null ? null : parent.asText();
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new SerializationException("Cannot read a task's payload", e);
        }
    }
}
