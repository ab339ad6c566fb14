package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a model of two steps, middle = -in and out = |middle|, written here byte by byte. */
class OnnxGraphTest {
    private static final byte[] MODEL = model();

    @Test
    void the_first_part_makes_the_value_between() throws OrtException {
        byte[] part = OnnxGraph.part(MODEL, null, "middle");
        assertThat(run(part, "in", 3)).isEqualTo(-3);
        assertThat(part.length).isLessThan(MODEL.length);
    }

    @Test
    void the_second_part_makes_the_answer_of_it() throws OrtException {
        byte[] part = OnnxGraph.part(MODEL, "middle", null);
        assertThat(run(part, "middle", -3)).isEqualTo(3);
        assertThat(part.length).isLessThan(MODEL.length);
    }

    @Test
    void the_whole_is_the_model() throws OrtException {
        assertThat(run(OnnxGraph.part(MODEL, null, null), "in", 3)).isEqualTo(3);
    }

    @Test
    void a_value_that_the_model_lacks_is_named() {
        assertThatThrownBy(() -> OnnxGraph.part(MODEL, null, "elsewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }

    private static float run(byte[] model, String name, float value) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor in = OnnxTensor.createTensor(environment, new float[] {value});
                OrtSession.Result result = session.run(Map.of(name, in))) {
            assertThat(session.getInputNames()).containsExactly(name);
            assertThat(result.size()).isEqualTo(1);
            return ((float[]) result.get(0).getValue())[0];
        }
    }

    private static byte[] model() {
        byte[] graph = join(
                field(1, node("in", "middle", "Neg")),
                field(1, node("middle", "out", "Abs")),
                field(2, text("two steps")),
                field(11, value("in")),
                field(12, value("out")),
                field(13, value("middle")));
        // IR version 7, operators of version 13.
        return join(new byte[] {1 << 3, 7}, field(7, graph), field(8, new byte[] {2 << 3, 13}));
    }

    private static byte[] node(String input, String output, String operator) {
        return join(field(1, text(input)), field(2, text(output)), field(4, text(operator)));
    }

    /** One number with a fraction. */
    private static byte[] value(String name) {
        byte[] shape = field(1, new byte[] {1 << 3, 1});
        byte[] tensor = join(new byte[] {1 << 3, 1}, field(2, shape));
        return join(field(1, text(name)), field(2, field(1, tensor)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] content) {
        assertThat(content.length).isLessThan(128);
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
