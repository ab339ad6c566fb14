package org.claimwatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTimesTest {
    @Test
    void a_percentile_is_the_least_time_that_so_many_did_not_exceed() {
        List<Double> times =
                IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList();
        assertThat(PageTimes.percentile(times, 50)).isEqualTo(50);
        assertThat(PageTimes.percentile(times, 95)).isEqualTo(95);
        assertThat(PageTimes.percentile(times, 100)).isEqualTo(100);
        assertThat(PageTimes.percentile(List.of(7.0), 95)).isEqualTo(7);
        assertThat(PageTimes.percentile(List.of(), 95)).isZero();
    }

    @Test
    void the_slowest_pages_come_first_and_failures_are_counted() {
        var times = new PageTimes();
        times.took("quick", 5);
        times.took("slow", 500);
        times.took("slow", 700);
        times.failed("slow", "/slow");
        var out = new ByteArrayOutputStream();
        times.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()))
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("Page"),
                        slow -> assertThat(slow).matches("slow +2 +500 +700 +700 +1"),
                        quick -> assertThat(quick).matches("quick +1 +5 +5 +5 +0"),
                        all -> assertThat(all).matches("all +3 +500 +700 +700 +1"),
                        failed -> assertThat(failed).isEqualTo("Failed: slow at /slow"));
    }
}
