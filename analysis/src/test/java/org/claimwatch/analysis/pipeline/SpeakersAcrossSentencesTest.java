package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimwatch.analysis.actor.Hop;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.junit.jupiter.api.Test;

/** Whole articles in topics that no labelled set has; each case lists who speaks, statement by statement. */
class SpeakersAcrossSentencesTest {
    private static final ArticleReader READER = ArticleReader.standard();

    @Test
    void an_envoy_named_after_his_country_is_the_envoy_of_the_next_sentence() {
        assertThat(speakers("""
                The presence of foreign troops in Syria is illegal, Russian Presidential Envoy for Syria \
                Alexander Lavrentyev said in an interview with RT.

                “They must leave,” the envoy said. He added that the next round would be held in May.
                """))
                .containsExactly("Alexander Lavrentyev", "Alexander Lavrentyev", "Alexander Lavrentyev");
    }

    @Test
    void a_pronoun_follows_the_one_who_spoke_last_and_not_whom_he_spoke_of() {
        assertThat(speakers("""
                The head of the opposition delegation, Ahmed Tomah, told reporters that the government of \
                President Karim Saleh was not serious. “They are buying time,” he said.

                Rita Moen, who chairs the talks, disagreed. She said that the round had been useful.
                """)).containsExactly("Ahmed Tomah", "Ahmed Tomah", "Rita Moen");
    }

    @Test
    void an_airline_speaks_as_a_company_and_its_passenger_stays_unnamed() {
        List<ReadStatement> read = read("""
                Norvik Air said that it would appeal. “We are disappointed by the decision,” the airline said in a \
                statement. Its chief executive, Tomas Brandt, called the ruling “a blow to the industry”.

                One passenger, who asked not to be named, said that he had waited two years for his money.
                """);
        assertThat(read.stream().map(s -> s.speaker().name()).toList())
                .containsExactly("Norvik Air", "Norvik Air", "Tomas Brandt", "one passenger");
        assertThat(read.getFirst().speaker().kind()).hasToString("ORGANISATION");
        assertThat(read.getLast().speaker().kind()).hasToString("UNNAMED");
    }

    @Test
    void a_role_that_is_news_is_that_of_the_only_one_named_before() {
        assertThat(speakers("""
                The captain of Rosenborg, Markus Henriksen, said after the match that the team deserved more. \
                “We should have scored six,” said the midfielder.
                """)).containsExactly("Markus Henriksen", "Markus Henriksen");
    }

    @Test
    void an_office_in_the_first_sentence_is_the_first_who_is_then_named() {
        assertThat(speakers("""
                Prisons are fuller than ever, the head of the wardens’ union has said.

                “We sleep in the corridors,” Jonas Ek said. “There is no other room.”
                """)).containsExactly("Jonas Ek", "Jonas Ek");
    }

    @Test
    void two_offices_are_the_first_two_whom_only_courtesy_describes_however_long_they_speak() {
        assertThat(speakers("""
                The governor of the Bank of Holm told parliament on Monday that the finance minister had lied. \
                The minister swore that he had not.

                “He rang me. It was late. I was tired. I had a pan on the stove. It burned,” Anna Berg said. “I have it still.”

                Omar Lind gave another account. He had “asked a question”, he testified. Mr Lind left after Ms Berg.

                Parliament has no power to dismiss a minister, still less a governor. The governor said that she would stay.
                """))
                .contains("Anna Berg", "Omar Lind")
                .doesNotContain("finance minister", "governor")
                .endsWith("Anna Berg");
    }

    @Test
    void an_unnamed_clerk_is_not_the_last_person_with_a_name() {
        List<ReadStatement> read = read("""
                Judge Helen Marsh adjourned the hearing. A clerk at the court laughed when he was asked about the file. \
                “It was never here,” he said.
                """);
        assertThat(read.getLast().speaker().name()).isNotEqualTo("Helen Marsh");
        assertThat(read.getLast().speaker().kind()).hasToString("UNNAMED");
    }

    @Test
    void a_capital_speaks_for_its_government_and_a_ministry_has_its_country() {
        assertThat(speakers("Tehran said that the draft was balanced.")).containsExactly("Government of Iran");
        assertThat(speakers("Norwegian Prime Minister Ida Moen met farmers. The Foreign Ministry said that no visa "
                        + "had been refused."))
                .containsExactly("Norwegian Foreign Ministry");
    }

    @Test
    void a_relay_is_the_outlet_that_quotes_and_never_the_publishing_one() {
        assertThat(chain("The minister was quoted by the IRNA news agency as saying that the draft was balanced."))
                .containsExactly("minister", "IRNA");
        assertThat(chain("In an interview with the BBC, Anna Berg said the vaccine was safe."))
                .containsExactly("Anna Berg", "BBC");
        assertThat(chain("The bridge is closed, Anna Berg told the Norwegian broadcaster NRK on Monday."))
                .containsExactly("Anna Berg", "NRK");
        assertThat(chain("A source close to the talks told the agency that the bridge was closed."))
                .containsExactly("source close to the talks");
        assertThat(chain("Anna Berg told Halyard that the bridge was closed.")).containsExactly("Anna Berg");
    }

    private static List<String> chain(String text) {
        return read(text).getFirst().chain().stream().map(Hop::name).toList();
    }

    private static List<String> speakers(String text) {
        return read(text).stream().map(s -> s.speaker().name()).toList();
    }

    private static List<ReadStatement> read(String text) {
        return READER.read(new ArticleToRead("", text, "en", OutletNames.of("Halyard", List.of()), null))
                .statements();
    }
}
