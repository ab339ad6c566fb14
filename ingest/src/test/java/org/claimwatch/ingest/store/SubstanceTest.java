package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstanceTest {
    private static final String TEXT = "The river rose by 2.5 metres, the ministry said.\n\nFour people died.";

    @ParameterizedTest
    @CsvSource({
        "'Updated 12:05'",
        "'Last updated: Friday, 12 Sept 2025 at 2:05 p.m. GMT'",
        "'Published 3 hours ago'",
        "'Stand: 12. September 2025, 14:05 Uhr'",
        "'Aktualisiert vor 5 Minuten'",
        "'آخر تحديث: 12 سبتمبر 2025 الساعة 14:05'",
        "'تم التحديث قبل 5 دقائق'",
        "'3 min read'",
        "'1,214 comments'",
        "'Lesezeit: 3 Minuten'",
        "'12 تعليقات'",
        "'Read more: Bridge closes in the north'",
        "'Lesen Sie auch: Brücke gesperrt'",
        "'اقرأ أيضا: إغلاق جسر في الشمال'",
        "'Related: Bridge closes in the north'",
        "'Advertisement'",
        "'Anzeige'",
        "'إعلان'"
    })
    void a_line_that_changes_by_itself_is_no_part_of_the_report(String line) {
        Substance held = Substance.of(TEXT);
        assertThat(held.sameAs(Substance.of(TEXT + "\n\n" + line))).as(line).isTrue();
        assertThat(held.sameAs(Substance.of(line + "\n\n" + TEXT))).as(line).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'Updated figures show that 12 died'",
        "'Published reports named 12 people'",
        "'Death toll: 14'",
        "'14 dead'",
        "'Related deaths rose to 14'",
        "'Anzeige gegen den Minister erstattet'",
        "'Shares fell 5 percent'",
        "'Stand: Der Minister tritt zurück'",
        "'إعلان حالة الطوارئ في الشمال'",
        "'The ministry denied it.'"
    })
    void a_line_that_says_something_is(String line) {
        assertThat(Substance.of(TEXT).sameAs(Substance.of(TEXT + "\n\n" + line)))
                .as(line)
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'He said it was “dead”, then left.', 'He said it was \"dead\" then left.'",
        "'The minister’s plan – a bad one – failed.', 'The minister''s plan - a bad one - failed.'",
        "'Er sagte: „Nein“', 'Er sagte: «Nein»'",
        "'One.  Two.', 'One.\n\nTwo.'",
        "'THE Army moved.', 'The army moved.'",
        "'The deal … is off', 'The deal... is off'",
        "'قال الوزيــر «لا»', 'قال الوزير \"لا\"'"
    })
    void another_way_to_write_the_same_is_no_change(String one, String other) {
        assertThat(Substance.of(one).sameAs(Substance.of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'The minister said so.', 'The minister claimed so.'",
        "'Four people died.', 'Five people died.'",
        "'Prices rose 2.5 percent.', 'Prices rose 25 percent.'",
        "'It was -5 degrees.', 'It was 5 degrees.'",
        "'He lied.', 'He lied?'",
        "'The deal was dead.', 'The deal was \"dead\".'",
        "'It cost $5.', 'It cost €5.'",
        "'He did it.', 'He did not do it.'",
        "'A met B.', 'B met A.'",
        "'قال الوزير ذلك', 'نفى الوزير ذلك'",
        "'Er sagte es.', 'Er behauptete es.'"
    })
    void another_word_figure_or_mark_of_quotation_is_a_change(String one, String other) {
        assertThat(Substance.of(one).sameAs(Substance.of(other))).isFalse();
    }
}
