package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;

/** Floors on the labelled press: what the analysis reads today it must still read tomorrow. */
class SamplePressTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String OPENING = "“„«\"‘‚‹";
    private static final double STATEMENT_F1 = 0.85;
    private static final double SPEAKER = 0.74;

    private final ArticleReader reader = ArticleReader.standard();

    @Test
    void statements_and_speakers_stay_above_their_floors() throws IOException {
        int predicted = 0;
        int gold = 0;
        int matched = 0;
        int right = 0;
        for (JsonNode article : SamplePress.articles()) {
            ArticleReading reading = read(article);
            predicted += reading.statements().size();
            gold += article.get("statements").size();
            Set<Integer> taken = new HashSet<>();
            for (ReadStatement statement : reading.statements()) {
                int best = best(article, statement, taken);
                if (best >= 0) {
                    taken.add(best);
                    matched++;
                    JsonNode speaker = article.get("statements").get(best).get("speaker");
                    right += sameSpeaker(speaker, statement) ? 1 : 0;
                }
            }
        }
        double f1 = 2.0 * matched / (predicted + gold);
        assertThat(f1).as("statement F1").isGreaterThanOrEqualTo(STATEMENT_F1);
        assertThat((double) right / matched).as("speaker accuracy").isGreaterThanOrEqualTo(SPEAKER);
    }

    @Test
    void every_direct_span_is_verbatim_between_quotation_marks() throws IOException {
        for (JsonNode article : SamplePress.articles()) {
            String text = article.get("text").asText();
            for (ReadStatement statement : read(article).statements()) {
                if (statement.attribution().form() == StatementForm.DIRECT) {
                    for (TextSpan span : statement.attribution().content()) {
                        String words = span.cut(text);
                        assertThat(words).isEqualTo(words.strip());
                        assertThat(OPENING + "”»’").doesNotContain(words.substring(0, 1));
                        assertThat(opened(text, span.start())).as(words).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void no_stance_leaks_between_speakers_and_outlet() throws IOException {
        int speakers = 0;
        int outlets = 0;
        for (JsonNode article : SamplePress.articles()) {
            ArticleReading reading = read(article);
            for (ReadStatement statement : reading.statements()) {
                List<TextSpan> own = StanceStep.words(statement.attribution());
                for (ReadStance stance : statement.stances()) {
                    speakers++;
                    assertThat(own)
                            .as("a speaker's stance shows in the speaker's own words")
                            .anyMatch(span -> span.start() <= stance.evidence().start()
                                    && stance.evidence().end() <= span.end());
                }
            }
            for (ReadStance stance : reading.outletStances()) {
                outlets++;
                assertThat(reading.statements())
                        .as("an outlet's stance shows outside all statements")
                        .noneMatch(statement ->
                                statement.attribution().content().stream().anyMatch(stance.evidence()::overlaps));
            }
        }
        assertThat(speakers).isGreaterThanOrEqualTo(3);
        assertThat(outlets).isPositive();
    }

    /** Whether the last mark before an offset, in its paragraph, opens a quotation. */
    private static boolean opened(String text, int offset) {
        for (int i = text.offsetByCodePoints(0, offset) - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private ArticleReading read(JsonNode article) {
        return reader.read(new ArticleToRead(
                article.get("title").asText(),
                article.get("text").asText(),
                article.get("outlet").get("language").asText(),
                OutletNames.of(article.get("outlet").get("name").asText(), List.of()),
                null));
    }

    /** The free gold statement whose words overlap most, by Jaccard 0.5 at least; negative if there is none. */
    private static int best(JsonNode article, ReadStatement statement, Set<Integer> taken) {
        String text = article.get("text").asText();
        Set<Integer> words = words(text, statement.attribution().content());
        int best = -1;
        double most = 0.5;
        for (int g = 0; g < article.get("statements").size(); g++) {
            List<TextSpan> spans = new ArrayList<>();
            article.get("statements")
                    .get(g)
                    .get("content")
                    .forEach(s ->
                            spans.add(new TextSpan(s.get(0).asInt(), s.get(1).asInt())));
            Set<Integer> others = words(text, spans);
            Set<Integer> both = new HashSet<>(words);
            both.retainAll(others);
            double jaccard = (double) both.size() / (words.size() + others.size() - both.size());
            if (!taken.contains(g) && jaccard >= most) {
                most = jaccard;
                best = g;
            }
        }
        return best;
    }

    private static Set<Integer> words(String text, List<TextSpan> spans) {
        Set<Integer> starts = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            int start = text.codePointCount(0, matcher.start());
            if (spans.stream().anyMatch(s -> s.start() <= start && start < s.end())) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static boolean sameSpeaker(JsonNode gold, ReadStatement statement) {
        String kind = gold.get("kind").asText();
        if (kind.equals("UNNAMED")) {
            return statement.speaker().kind().name().equals("UNNAMED")
                    || statement.speaker().kind().name().equals("GROUP");
        }
        return gold.get("name")
                .asText()
                .toLowerCase(Locale.ROOT)
                .equals(statement.speaker().name().toLowerCase(Locale.ROOT));
    }
}
