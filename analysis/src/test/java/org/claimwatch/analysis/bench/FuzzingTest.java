package org.claimwatch.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.bench.Fuzzing.Report;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.pipeline.ArticleToRead;
import org.claimwatch.analysis.pipeline.UnreadableTextException;
import org.junit.jupiter.api.Test;

/** Bad texts have a bounded outcome, and what is read of them keeps its promises. */
class FuzzingTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Milliseconds of processor time, without the second compiler; wall time says little on a busy machine. */
    private static final double MOST = 12_000;

    /** In every run of the tests; {@code -Dfuzz.texts=60} or {@code ./claimwatch bench fuzz-analysis} for more. */
    private static final int MUTATED = Integer.getInteger("fuzz.texts", 20);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void mutated_articles_do_no_harm() throws IOException, InterruptedException {
        Report report = new Fuzzing(Bench.originals(), LIMIT).mutations(MUTATED, 7, out);
        assertThat(report.harm()).as(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(report.statements()).isPositive();
    }

    @Test
    void texts_with_one_thing_wrong_do_no_harm() throws InterruptedException {
        Report report = new Fuzzing(List.of(), LIMIT).hard(HardTexts.of(100), out);
        assertThat(report.harm()).as(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void thousands_of_quotes_take_seconds() throws InterruptedException {
        var quotes = HardTexts.of(2_000);
        quotes.keySet().removeIf(name -> !name.startsWith("quotes, each"));
        Report report = new Fuzzing(List.of(), LIMIT).hard(quotes, out);
        assertThat(report.inputs()).isOne();
        assertThat(report.statements()).isGreaterThanOrEqualTo(2_000);
        assertThat(report.slowest()).isLessThan(MOST);
        assertThat(report.harm()).as(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void thousands_of_names_that_speak_take_seconds() throws InterruptedException {
        var names = HardTexts.of(2_000);
        names.keySet().removeIf(name -> !name.startsWith("names"));
        Report report = new Fuzzing(List.of(), LIMIT).hard(names, out);
        assertThat(report.inputs()).isEqualTo(3);
        assertThat(report.slowest()).isLessThan(MOST);
        assertThat(report.harm()).as(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_text_that_is_no_article_is_told_so() {
        var text = new ArticleToRead("t", "a".repeat(5_000_000), "en", OutletNames.of("Halyard", List.of()), null);
        assertThatThrownBy(() -> ArticleReader.standard().read(text))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessage("the text has 5,000,000 characters; more than 500,000 are no article and are not read");
    }
}
