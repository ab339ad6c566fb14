package org.claimwatch.common.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextSpanTest {
    @Test
    void counts_code_points_not_chars() {
        assertThat(new TextSpan(2, 5).cut("😀 “نعم” 😀")).isEqualTo("“نع");
        assertThat(new TextSpan(0, 1).cut("😀!")).isEqualTo("😀");
    }

    @Test
    void refuses_what_is_no_span() {
        assertThatThrownBy(() -> new TextSpan(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextSpan(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextSpan(0, 9).cut("short")).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void knows_its_neighbours() {
        assertThat(new TextSpan(0, 3).overlaps(new TextSpan(2, 4))).isTrue();
        assertThat(new TextSpan(0, 3).overlaps(new TextSpan(3, 4))).isFalse();
        assertThat(new TextSpan(0, 3)).isLessThan(new TextSpan(0, 4)).isLessThan(new TextSpan(1, 2));
    }
}
