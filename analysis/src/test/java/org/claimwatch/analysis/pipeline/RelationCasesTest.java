package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.analysis.pipeline.RelationCases.Shares;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relation that is read wrong is worse than one that is missed: precision has no tolerance, recall a floor. */
class RelationCasesTest {
    private static final ArticleReader READER = ArticleReader.standard();

    @ParameterizedTest
    @CsvSource({
        "relations-seen.txt, en, RETRACTS, 17, 0.95",
        "relations-seen.txt, en, SUPPORTS, 17, 0.95",
        "relations-seen.txt, de, RETRACTS, 4, 0.75",
        "relations-seen.txt, de, SUPPORTS, 3, 0.66",
        "relations-seen.txt, ar, RETRACTS, 3, 0.66",
        "relations-seen.txt, ar, SUPPORTS, 2, 0.5",
        "relations-held-out.txt, en, RETRACTS, 16, 0.85",
        "relations-held-out.txt, en, SUPPORTS, 17, 0.85",
        "relations-held-out.txt, de, RETRACTS, 4, 0.75",
        "relations-held-out.txt, de, SUPPORTS, 2, 0.5",
        "relations-held-out.txt, ar, RETRACTS, 2, 0.5",
        "relations-held-out.txt, ar, SUPPORTS, 2, 0.5"
    })
    void of_invented_cases(String file, String language, ClaimRelationKind kind, int wanted, double recall) {
        Shares shares = RelationCases.read(file).measure(READER, language, kind, misread -> {});
        assertThat(shares.wanted()).isEqualTo(wanted);
        assertThat(shares.precision()).as(shares.toString()).isEqualTo(1);
        assertThat(shares.recall()).as(shares.toString()).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void who_takes_a_claim_back_does_not_make_it() {
        ReadStatement read = only("The Gazette took back its report that the trawler had been fishing illegally.");
        assertThat(read.speaker().name()).isEqualTo("Gazette");
        assertThat(read.proposition().orElseThrow().text())
                .isEqualTo("Gazette took back its report that the trawler had been fishing illegally.");
        assertThat(read.proposition().orElseThrow().relates()).isEqualTo(ClaimRelationKind.RETRACTS);
        assertThat(read.relation().orElseThrow().proposition().text())
                .isEqualTo("The trawler had been fishing illegally.");
    }

    @Test
    void what_an_article_corrects_its_outlet_takes_back() {
        ReadStatement read =
                only("An earlier version of this story wrongly said that the trawler had been fishing illegally.");
        assertThat(read.speaker().name()).isEqualTo("Halyard");
        assertThat(read.speaker().kind()).isEqualTo(ActorKind.ORGANISATION);
        assertThat(read.relation().orElseThrow().outlets()).isTrue();
    }

    @Test
    void an_earlier_version_that_nobody_calls_wrong_takes_nothing_back() {
        assertThat(only("An earlier version of this story said that the trawler had been fishing illegally.")
                        .relation())
                .isEqualTo(Optional.empty());
    }

    @Test
    void the_words_are_the_texts_own() {
        String text = "Zürich — 😀 The Gazette took back its report that the trawler had been fishing illegally.";
        ReadStatement read = only(text);
        var relation = read.relation().orElseThrow();
        assertThat(relation.cue().cut(text)).isEqualTo("took back its report that");
        assertThat(relation.claimed().cut(text)).isEqualTo("the trawler had been fishing illegally");
    }

    private static ReadStatement only(String text) {
        var statements = READER.read(new ArticleToRead("", text, "en", OutletNames.of("Halyard", List.of()), null))
                .statements();
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }
}
