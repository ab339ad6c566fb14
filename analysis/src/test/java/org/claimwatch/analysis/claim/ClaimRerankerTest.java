package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.junit.jupiter.api.Test;

class ClaimRerankerTest {
    private final ClaimReranker reranker = new ClaimReranker(new EncoderClaimRelater());

    @Test
    void who_says_the_same_in_other_words_goes_before_who_has_the_words_and_says_something_else() {
        List<Hit> found = List.of(
                new Hit("words", "The ferry to the island was painted green.", 10.2),
                new Hit("sense", "Ships to the island no longer sail.", 10.0));
        assertThat(reranker.rerank("The ferry to the island has been cancelled, boats don't go any more", found))
                .extracting(Hit::id)
                .containsExactly("sense", "words");
    }

    @Test
    void claims_of_the_same_words_stay_in_the_order_in_which_they_came() {
        List<Hit> found = List.of(
                new Hit("first", "The minister called the law \"a gift\".", 9),
                new Hit("second", "The minister called the law 'a gift'", 9));
        assertThat(reranker.rerank("A gift is what the law is, says the minister", found))
                .extracting(Hit::id)
                .containsExactly("first", "second");
    }

    @Test
    void what_is_further_down_stays_there() {
        List<Hit> found = Stream.concat(
                        IntStream.range(0, ClaimReranker.READ)
                                .mapToObj(i ->
                                        new Hit("h" + i, "Pears cure the common cold, study " + i + " says.", 20 - i)),
                        Stream.of(new Hit("last", "The ferry has been cancelled.", 2)))
                .toList();
        List<Hit> ranked = reranker.rerank("The ferry has been cancelled.", found);
        assertThat(ranked).hasSameSizeAs(found);
        assertThat(ranked.getLast().id()).isEqualTo("last");
        assertThat(ranked).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
