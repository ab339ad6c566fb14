package org.claimwatch.ingest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void every_row_is_printed_with_its_peer() throws Exception {
        Bench.ingest(Bench.Size.SMALL, out);
        assertThat(printed())
                .containsPattern("RSS of 19 KB, generated; peer ROME +\\d+\\.\\d\\d \\(.*\\) +\\d+\\.\\d\\d \\(.*\\)"
                        + " +\\d+\\.\\d")
                .containsPattern("a page of the sample press; peer Readability4J +\\d")
                .contains("feed_due on feed")
                .containsPattern("DuePolls.enqueue, a batch of 200, one of 2 replicas +\\d+\\.\\d ms");
    }

    @Test
    void mutated_feeds_and_pages_do_no_harm() throws Exception {
        Fuzzing.Report report = Fuzzing.run(1_000, 7, Duration.ofSeconds(60), out);
        assertThat(report.harm()).as(printed()).isEmpty();
        assertThat(report.outcomes()).hasSizeGreaterThan(1);
        assertThat(report.hungriest()).as("bytes").isLessThan(1L << 30);
    }

    @Test
    void a_wrong_call_is_told_so() throws Exception {
        assertThat(Bench.run(new String[] {}, out, out)).isEqualTo(2);
        assertThat(Bench.run(new String[] {"fuzz", "many"}, out, out)).isEqualTo(2);
        assertThat(printed()).contains("usage: claimwatch bench ingest", "a number was expected");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
