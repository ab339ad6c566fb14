package org.claimwatch.analysis.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a part out of a model's file, so that a network whose first layers often suffice lies on disk once and runs in
 * two pieces.
 *
 * <p>An ONNX file is a protocol buffer (onnx.proto), whose fields are handed on as they stand. Graphs within nodes (If,
 * Loop) are not looked into.
 */
final class OnnxGraph {
    private static final int GRAPH_OF_MODEL = 7;

    // Fields of a graph.
    private static final int NODE = 1;
    private static final int GRAPH_NAME = 2;
    private static final int WEIGHTS = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int VALUE = 13;

    // Where nodes, weights and values have their names.
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int WEIGHTS_NAME = 8;
    private static final int VALUE_NAME = 1;

    // How fields are written.
    private static final int NUMBER = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    /** Bytes of an int. */
    private static final int LONGEST_NUMBER = 5;

    /** @param content what the field holds where its length is written first, else nothing */
    private record Field(int number, ByteBuffer whole, ByteBuffer content) {
        List<String> names(int number) {
            return fields(content).stream()
                    .filter(field -> field.number == number)
                    .map(field -> StandardCharsets.UTF_8
                            .decode(field.content.duplicate())
                            .toString())
                    .toList();
        }
    }

    private OnnxGraph() {}

    /**
     * The part of a model that makes one value, or all that the model makes.
     *
     * @param given a value that is handed in and not made; null: none
     * @param wanted the only value that is handed out; null: those that the model hands out
     * @throws IllegalArgumentException if the bytes are no model or it knows no such value
     */
    static byte[] part(byte[] model, @Nullable String given, @Nullable String wanted) {
        List<ByteBuffer> parts = new ArrayList<>();
        for (Field field : fields(ByteBuffer.wrap(model))) {
            if (field.number == GRAPH_OF_MODEL) {
                List<ByteBuffer> graph = graph(fields(field.content), given, wanted);
                parts.add(head(GRAPH_OF_MODEL, size(graph)));
                parts.addAll(graph);
            } else {
                parts.add(field.whole);
            }
        }
        // Weights are large: they are copied once.
        ByteBuffer part = ByteBuffer.allocate(size(parts));
        parts.forEach(bytes -> part.put(bytes.duplicate()));
        return part.array();
    }

    private static int size(List<ByteBuffer> parts) {
        return parts.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    private static List<ByteBuffer> graph(List<Field> graph, @Nullable String given, @Nullable String wanted) {
        List<Field> outputs = wanted == null ? of(graph, OUTPUT) : List.of(value(graph, wanted));
        Set<String> needed = new HashSet<>();
        outputs.forEach(output -> needed.addAll(output.names(VALUE_NAME)));
        List<Field> kept = new ArrayList<>(nodes(of(graph, NODE), given, needed));
        kept.addAll(of(graph, GRAPH_NAME));
        of(graph, WEIGHTS).stream()
                .filter(weights -> needed.containsAll(weights.names(WEIGHTS_NAME)))
                .forEach(kept::add);
        of(graph, INPUT).stream()
                .filter(input -> needed.containsAll(input.names(VALUE_NAME)))
                .forEach(kept::add);
        List<ByteBuffer> parts = new ArrayList<>();
        kept.forEach(field -> parts.add(field.whole));
        if (given != null) {
            add(parts, INPUT, value(graph, given).content);
        }
        outputs.forEach(output -> add(parts, OUTPUT, output.content));
        return parts;
    }

    private static void add(List<ByteBuffer> parts, int number, ByteBuffer content) {
        parts.add(head(number, content.remaining()));
        parts.add(content);
    }

    /** Nodes stand in the order in which they run, so that one look from the end finds all that are needed. */
    private static List<Field> nodes(List<Field> all, @Nullable String given, Set<String> needed) {
        List<Field> nodes = new ArrayList<>();
        for (Field node : all.reversed()) {
            if (node.names(NODE_OUTPUT).stream().anyMatch(made -> needed.contains(made) && !made.equals(given))) {
                nodes.add(node);
                needed.addAll(node.names(NODE_INPUT));
            }
        }
        return nodes.reversed();
    }

    private static Field value(List<Field> graph, String name) {
        return of(graph, VALUE).stream()
                .filter(value -> value.names(VALUE_NAME).contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no value " + name));
    }

    private static List<Field> of(List<Field> graph, int number) {
        return graph.stream().filter(field -> field.number == number).toList();
    }

    private static List<Field> fields(ByteBuffer message) {
        ByteBuffer in = message.duplicate();
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            int key = readNumber(in);
            ByteBuffer content = ByteBuffer.allocate(0);
            switch (key & 7) {
                case NUMBER -> readNumber(in);
                case EIGHT_BYTES -> in.position(in.position() + Long.BYTES);
                case FOUR_BYTES -> in.position(in.position() + Integer.BYTES);
                case LENGTH_FIRST -> {
                    int length = readNumber(in);
                    content = in.slice(in.position(), length);
                    in.position(in.position() + length);
                }
                default -> throw new IllegalArgumentException("No model: a field is written in way " + (key & 7));
            }
            fields.add(new Field(key >>> 3, in.slice(start, in.position() - start), content));
        }
        return fields;
    }

    /** Seven bits a byte, the lowest first; bits beyond an int only stand in fields that are handed on unread. */
    private static int readNumber(ByteBuffer in) {
        int number = 0;
        int next;
        int shift = 0;
        do {
            next = in.get();
            number |= shift < Integer.SIZE ? (next & 0x7f) << shift : 0;
            shift += 7;
        } while (next < 0);
        return number;
    }

    /** What stands before a field of some bytes. */
    private static ByteBuffer head(int number, int length) {
        ByteBuffer head = ByteBuffer.allocate(2 * LONGEST_NUMBER);
        writeNumber(head, number << 3 | LENGTH_FIRST);
        writeNumber(head, length);
        return head.flip();
    }

    private static void writeNumber(ByteBuffer out, int number) {
        int left = number;
        while (left > 0x7f) {
            out.put((byte) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }
}
