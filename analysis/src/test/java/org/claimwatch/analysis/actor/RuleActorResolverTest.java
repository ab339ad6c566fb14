package org.claimwatch.analysis.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.actor.ArticleActors.Identified;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleActorResolverTest {
    private static final RuleSegmenter SEGMENTER = new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english()));
    private static final ActorResolver RESOLVER = new RuleActorResolver();

    @Test
    void a_surname_and_a_pronoun_are_whom_the_text_named() {
        String text = "Finance Minister Anna Berg met the press. Berg said no. She said it twice.";
        assertThat(speakers(text, "Berg", "She")).containsExactly("Anna Berg", "Anna Berg");
    }

    @Test
    void a_pronoun_is_nobody_of_the_other_gender() {
        String text = "Spokeswoman Anna Berg met spokesman Omar Lind. He said no. She said yes.";
        assertThat(speakers(text, "He", "She")).containsExactly("Omar Lind", "Anna Berg");
    }

    @Test
    void a_role_is_the_person_who_has_it() {
        String text = "Anna Berg, the finance minister, met Omar Lind, a hydrologist. The minister said no.";
        assertThat(speakers(text, "The minister")).containsExactly("Anna Berg");
    }

    @Test
    void a_role_that_is_news_is_of_whom_the_text_just_named() {
        String text = "Rolf Dank came to the gate himself. “Go home,” the chief executive told them.";
        assertThat(speakers(text, "the chief executive")).containsExactly("Rolf Dank");
    }

    @Test
    void an_unnamed_speaker_stays_unnamed() {
        String text = "Finance Minister Anna Berg was ill. A customs official said no.";
        Identified official = resolve(text, "Halyard", "A customs official").getFirst();
        assertThat(official.speaker().kind()).isEqualTo(ActorKind.UNNAMED);
        assertThat(official.speaker().name()).isEqualTo("customs official");
    }

    @Test
    void an_organisation_keeps_its_longest_name() {
        String text = "The Basin Council met. The Council said no.";
        Identified council = resolve(text, "Halyard", "The Council").getFirst();
        assertThat(council.speaker().name()).isEqualTo("Basin Council");
        assertThat(council.speaker().kind()).isEqualTo(ActorKind.ORGANISATION);
    }

    @Test
    void a_country_speaks_through_its_government() {
        String text = "Observers left France. France said no.";
        assertThat(speakers(text, "France")).containsExactly("Government of France");
    }

    @Test
    void an_apposition_says_where_somebody_belongs() {
        String text = "Anna Berg, chief economist at Oriel & Pike, said no.";
        assertThat(resolve(text, "Halyard", "Anna Berg").getFirst().speaker().affiliation())
                .isEqualTo("Oriel & Pike");
    }

    @Test
    void an_office_says_which_ministry_somebody_belongs_to() {
        assertThat(affiliation("Norwegian Foreign Minister Anna Berg said no."))
                .isEqualTo("Norwegian Foreign Ministry");
        assertThat(affiliation("The finance minister, Anna Berg, said no.")).isEqualTo("Finance Ministry");
        assertThat(affiliation("Minister of Water and Energy Anna Berg said no."))
                .isEqualTo("Ministry of Water and Energy");
        assertThat(affiliation("Anna Berg, head of the Norwegian delegation, said no."))
                .isEqualTo("Norwegian delegation");
        assertThat(affiliation("Anna Berg of the Bergen Children's Hospital said no."))
                .isEqualTo("Bergen Children's Hospital");
    }

    private static @Nullable String affiliation(String text) {
        return resolve(text, "Halyard", "Anna Berg").getFirst().speaker().affiliation();
    }

    @Test
    void another_outlet_is_a_relay_and_the_publishing_one_is_not() {
        String text = "Anna Berg told Radio Oslo no.";
        assertThat(chain(text, "Halyard")).containsExactly("ACTOR Anna Berg", "OUTLET Radio Oslo");
        assertThat(chain(text, "Radio Oslo")).containsExactly("ACTOR Anna Berg");
    }

    @Test
    void arabic_names_follow_titles() {
        String text = "قالت وزيرة الصحة ريما قندور إن اللقاح آمن. وقالت الوزيرة إن الأمر انتهى.";
        assertThat(speakers(text, "ar", "وزيرة الصحة ريما قندور", "الوزيرة"))
                .containsExactly("ريما قندور", "ريما قندور");
    }

    @Test
    void an_arabic_name_between_marks_is_a_bodys() {
        String text = "قالت «صوت الشمال» إن الجسر مغلق.";
        Speech speech = new Speech(List.of(new TextSpan(0, 1)), span(text, "صوت الشمال"), List.of(), false);
        var speaker = RESOLVER.resolve(SEGMENTER.segment(text, "ar"), OutletNames.of("", List.of()), List.of(speech))
                .speakers()
                .getFirst()
                .speaker();
        assertThat(speaker.name()).isEqualTo("صوت الشمال");
        assertThat(speaker.kind()).isEqualTo(ActorKind.ORGANISATION);
    }

    @Test
    void a_german_firm_is_the_business_that_was_named() {
        String text =
                "Der Hersteller Nordmann Holdings kündigte am Donnerstag Entlassungen an. Die Firma sagte, es gehe nicht anders.";
        assertThat(speakers(text, "de", "Nordmann Holdings", "Die Firma"))
                .containsExactly("Nordmann Holdings", "Nordmann Holdings");
    }

    @Test
    void nobody_belongs_to_their_kin() {
        assertThat(affiliation("Harkaway’s daughter Anna Berg, a nurse, said no."))
                .isNull();
    }

    private static List<String> chain(String text, String outlet) {
        Speech speech = new Speech(
                List.of(span(text, "no")), span(text, "Anna Berg"), List.of(span(text, "Radio Oslo")), false);
        OutletNames outlets = OutletNames.of(outlet, List.of());
        return RESOLVER
                .resolve(SEGMENTER.segment(text, "en"), outlets, List.of(speech))
                .speakers()
                .getFirst()
                .chain()
                .stream()
                .map(hop -> (hop.kind() == HopKind.ACTOR ? "ACTOR " : "OUTLET ") + hop.name())
                .toList();
    }

    private static List<String> speakers(String text, String... mentions) {
        return resolve(text, "Halyard", mentions).stream()
                .map(i -> i.speaker().name())
                .toList();
    }

    private static List<String> speakers(String text, String language, String first, String second) {
        List<Speech> speeches = List.of(
                new Speech(List.of(new TextSpan(0, 1)), span(text, first), List.of(), false),
                new Speech(List.of(new TextSpan(0, 1)), last(text, second), List.of(), false));
        return RESOLVER
                .resolve(SEGMENTER.segment(text, language), OutletNames.of("", List.of()), speeches)
                .speakers()
                .stream()
                .map(i -> i.speaker().name())
                .toList();
    }

    private static List<Identified> resolve(String text, String outlet, String... mentions) {
        List<Speech> speeches = List.of(mentions).stream()
                .map(m -> new Speech(
                        List.of(new TextSpan(text.length() - 2, text.length())), last(text, m), List.of(), false))
                .toList();
        return RESOLVER.resolve(SEGMENTER.segment(text, "en"), OutletNames.of(outlet, List.of()), speeches)
                .speakers();
    }

    private static TextSpan span(String text, String words) {
        int start = text.indexOf(words);
        return new TextSpan(start, start + words.length());
    }

    private static TextSpan last(String text, String words) {
        int start = text.lastIndexOf(words);
        return new TextSpan(start, start + words.length());
    }
}
