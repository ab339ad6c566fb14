package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.claimwatch.analysis.model.Classifier.Task;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;

class OnnxEncoderTest {
    private final OnnxEncoder encoder = OnnxEncoder.english();

    @Test
    void probabilities_add_up_to_one() {
        double[] stance = encoder.classify(Task.STANCE, List.of(pair(0))).getFirst();
        assertThat(stance).hasSize(3);
        assertThat(IntStream.range(0, 3).mapToDouble(i -> stance[i]).sum()).isBetween(0.999999, 1.000001);
        assertThat(encoder.classify(Task.RELATE, List.of(pair(0))).getFirst()).hasSize(4);
    }

    @Test
    void an_answer_does_not_hang_on_what_is_asked_beside_it() {
        List<EncoderInput> all = IntStream.range(0, 8).mapToObj(this::pair).toList();
        List<double[]> together = encoder.classify(Task.RELATE, all);
        for (int i = 0; i < all.size(); i++) {
            assertThat(encoder.classify(Task.RELATE, List.of(all.get(i))).getFirst())
                    .isEqualTo(together.get(i));
        }
    }

    @Test
    void a_side_is_the_whole_encoders_answer_or_none_where_the_first_layers_expect_none() {
        EncoderInput sided = target("Kareth is a liar and a thief, and its promises are worthless.");
        assertThat(encoder.side(sided).orElseThrow())
                .isEqualTo(encoder.classify(Task.STANCE, List.of(sided)).getFirst());
        assertThat(encoder.side(target("The delegation of Kareth arrived at the hotel on Monday at noon.")))
                .isEmpty();
    }

    @Test
    void virtual_threads_may_ask_at_once() throws Exception {
        List<double[]> alone = IntStream.range(0, 16).mapToObj(i -> answer(i)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int number = i % 16;
                answers.add(threads.submit(() -> answer(number)));
            }
            for (int i = 0; i < 64; i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % 16));
            }
        }
    }

    private double[] answer(int number) {
        return encoder.classify(Task.STANCE, List.of(pair(number))).getFirst();
    }

    private EncoderInput target(String text) {
        int start = text.indexOf("Kareth");
        return encoder.inputs().target(text, List.of(new TextSpan(start, start + 6)), "Kareth");
    }

    private EncoderInput pair(int number) {
        return encoder.inputs().pair("The ministry lied first. ".repeat(number + 1), "Tested later " + number);
    }
}
