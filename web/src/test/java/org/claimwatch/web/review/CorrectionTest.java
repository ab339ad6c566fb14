package org.claimwatch.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.review.Correction.StanceChange;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final String TEXT =
            "“We will not go,” the mayor said. “We stay,” she added, pale. “Nobody sells.” It’s the ministry’s word.";

    private static final String FIRST = "We will not go,";
    private static final String SECOND = "We stay,";
    private static final String THIRD = "Nobody sells.";

    @Test
    void leaves_out_the_narrators_words_wherever_the_ends_of_a_quotation_go() {
        Statement two = read(StatementForm.DIRECT, FIRST, SECOND);
        assertThat(corrected(two, FIRST, SECOND)).as("as it is").isEmpty();
        assertThat(corrected(two, FIRST, FIRST)).containsExactly(FIRST);
        assertThat(corrected(two, SECOND, SECOND)).containsExactly(SECOND);
        assertThat(corrected(two, FIRST, THIRD)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(corrected(two, SECOND, THIRD)).containsExactly(SECOND, THIRD);
        assertThat(corrected(two, THIRD, THIRD)).containsExactly(THIRD);
        assertThat(corrected(read(StatementForm.DIRECT, SECOND), FIRST, THIRD)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void what_the_machine_left_out_between_two_quotations_stays_out() {
        Statement around = read(StatementForm.DIRECT, FIRST, THIRD);
        assertThat(corrected(around, FIRST, FIRST)).containsExactly(FIRST);
        assertThat(corrected(around, SECOND, THIRD)).as("it is asked for").containsExactly(SECOND, THIRD);
    }

    @Test
    void a_paraphrase_keeps_its_gaps_and_moves_its_ends_alone() {
        Statement two = read(StatementForm.INDIRECT, "will not go", "stay,");
        assertThat(corrected(two, "not go", "she added")).containsExactly("not go", "stay,” she added");
        assertThat(corrected(two, "will not", "not")).containsExactly("will not");
        assertThat(corrected(two, "pale", "pale")).as("elsewhere altogether").containsExactly("pale");
    }

    @Test
    void an_apostrophe_is_no_mark() {
        Statement one = read(StatementForm.DIRECT, FIRST);
        assertThat(corrected(one, "s the ministry", "s the ministry")).isEmpty();
        var correction = between("s the ministry", "s the ministry");
        assertThat(correction.problems(one)).hasSize(1).first().asString().contains("from mark to mark");
    }

    @Test
    void a_stance_is_changed_moved_or_taken_away() {
        Statement statement = read(StatementForm.DIRECT, FIRST);
        assertThat(stance(statement, "", "")).as("none read, none given").isEqualTo(StanceChange.NOTHING);
        assertThat(stance(statement, "", "NONE")).isEqualTo(StanceChange.NOTHING);
        assertThat(stance(statement, "the sale", "AGAINST"))
                .isEqualTo(new StanceChange(null, "the sale", Polarity.AGAINST));
        var span = new TextSpan(1, 5);
        statement.stances.add(Stance.ofSpeaker(statement, "the town", Polarity.NEUTRAL, 0.6f, span));
        statement.stances.add(Stance.ofSpeaker(statement, "the sale", Polarity.FAVOR, 0.9f, span));
        assertThat(Correction.read(statement).orElseThrow().target).isEqualTo("the sale");
        assertThat(stance(statement, "the sale", "FAVOR")).as("as it is").isEqualTo(StanceChange.NOTHING);
        assertThat(stance(statement, "the sale", "AGAINST"))
                .isEqualTo(new StanceChange(null, "the sale", Polarity.AGAINST));
        assertThat(stance(statement, "the sale", "NONE")).isEqualTo(new StanceChange("the sale", null, null));
        assertThat(stance(statement, "the town", "NONE")).isEqualTo(new StanceChange("the town", null, null));
        assertThat(stance(statement, "the town", "FAVOR"))
                .as("another that was read too")
                .isEqualTo(new StanceChange(null, "the town", Polarity.FAVOR));
        assertThat(stance(statement, "the buyer", "FAVOR"))
                .as("in the place of what was read")
                .isEqualTo(new StanceChange("the sale", "the buyer", Polarity.FAVOR));
    }

    private static StanceChange stance(Statement statement, String target, String side) {
        var correction = new Correction();
        correction.target = target;
        correction.polarity = side;
        return correction.stance(statement);
    }

    private static List<String> corrected(Statement statement, String first, String last) {
        return between(first, last).content(statement).stream()
                .map(span -> span.cut(TEXT))
                .toList();
    }

    private static Correction between(String first, String last) {
        var correction = new Correction();
        correction.start = Integer.toString(TEXT.indexOf(first));
        correction.end = Integer.toString(TEXT.indexOf(last) + last.length());
        return correction;
    }

    private static Statement read(StatementForm form, String... parts) {
        Instant now = Instant.parse("2025-09-10T08:00:00Z");
        var article =
                new Article(new Outlet("Halyard", "http://halyard.example/", now), "http://halyard.example/a", now);
        var statement = new Statement(
                new ArticleVersion(article, 1, "Title", TEXT, "hash", now), 0, "The mayor", ActorKind.PERSON, form, "");
        Arrays.stream(parts)
                .map(part -> new TextSpan(TEXT.indexOf(part), TEXT.indexOf(part) + part.length()))
                .forEach(statement.contentSpans::add);
        return statement;
    }
}
