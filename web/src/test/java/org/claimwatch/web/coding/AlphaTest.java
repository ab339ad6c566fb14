package org.claimwatch.web.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked examples of Krippendorff (2011), sections A to C. */
class AlphaTest {
    /** One line for each coder, a character for each unit; a dot where the coder gave no value. */
    private static List<List<String>> units(String... coders) {
        return IntStream.range(0, coders[0].length())
                .mapToObj(unit -> {
                    List<String> values = new ArrayList<>();
                    for (String coder : coders) {
                        if (coder.charAt(unit) != '.') {
                            values.add(coder.substring(unit, unit + 1));
                        }
                    }
                    return values;
                })
                .toList();
    }

    @Test
    void two_observers_of_binary_values() {
        assertThat(Alpha.of(units("0100000010", "1110010000")).value()).isCloseTo(0.095, within(0.0005));
    }

    @Test
    void two_observers_of_nominal_values() {
        assertThat(Alpha.of(units("aabbdcccedda", "babbbcccEddd".toLowerCase(java.util.Locale.ROOT)))
                        .value())
                .isCloseTo(0.692, within(0.0005));
    }

    @Test
    void four_observers_with_values_missing() {
        Alpha alpha = Alpha.of(units("123321412...", "1233224125.3", ".3332342251.", "12332441251."));
        assertThat(alpha.value()).isCloseTo(0.743, within(0.0005));
        assertThat(alpha.units())
                .as("the unit of a single value pairs with nothing")
                .isEqualTo(11);
        assertThat(alpha.low()).isLessThan(alpha.value());
        assertThat(alpha.high()).isGreaterThan(alpha.value()).isLessThanOrEqualTo(1);
    }

    @Test
    void perfect_systematic_and_undefined() {
        assertThat(Alpha.of(units("abab", "abab")).value()).isEqualTo(1);
        assertThat(Alpha.of(units("abab", "baba")).value()).isNegative();
        assertThat(Alpha.of(units("aaaa", "aaaa")).defined()).isFalse();
        assertThat(Alpha.of(List.of()).defined()).isFalse();
    }

    @Test
    void the_interval_narrows_with_more_units_and_is_the_same_each_time() {
        List<List<String>> few = units("aabbdcccedda", "babbbcccEddd".toLowerCase(java.util.Locale.ROOT));
        List<List<String>> many =
                IntStream.range(0, 20).boxed().flatMap(i -> few.stream()).toList();
        Alpha a = Alpha.of(few);
        Alpha b = Alpha.of(many);
        assertThat(b.high() - b.low()).isLessThan((a.high() - a.low()) / 2);
        assertThat(Alpha.of(few)).isEqualTo(a);
    }
}
