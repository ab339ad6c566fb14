package org.claimwatch.web.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * How a person says that a reading ought to be; null, or false, where it stays as the machine has it.
 *
 * @param words what was said, without the narrator's words
 * @param direct whether it is a quotation, and so stands between marks
 * @param noStance the target toward which the speaker takes no side
 */
record CorrectedReading(
        @Nullable String speaker,
        @Nullable String words,
        boolean direct,
        @Nullable Polarity polarity,
        @Nullable String target,
        @Nullable String noStance,
        @Nullable String claim,
        boolean noClaim,
        @Nullable ClaimPolarity claimPolarity) {
    /** Between two stretches: a control character, which no text has. */
    private static final String PARTED = "\u001f";

    /** Field by field; null where nothing is corrected. */
    @Nullable String inWords() {
        List<String> all = new ArrayList<>();
        if (speaker != null) {
            all.add(ReadingWords.SAY.correctedSpeaker(speaker));
        }
        if (words != null) {
            all.add(ReadingWords.SAY.correctedWords(Arrays.stream(words.split(PARTED))
                    .map(part -> direct ? "“%s”".formatted(part) : part)
                    .collect(Collectors.joining(" … "))));
        }
        if (noStance != null) {
            all.add(ReadingWords.SAY.correctedNoStance(noStance));
        }
        if (polarity != null && target != null) {
            all.add(ReadingWords.SAY.correctedStance(polarity, target));
        }
        if (noClaim) {
            all.add(ReadingWords.SAY.correctedNoClaim());
        } else if (claim != null) {
            all.add(ReadingWords.SAY.correctedClaim(claimPolarity == ClaimPolarity.DENIES, claim));
        } else if (claimPolarity != null) {
            all.add(ReadingWords.SAY.correctedSide(claimPolarity == ClaimPolarity.DENIES));
        }
        return all.stream().reduce(ReadingWords.SAY::also).orElse(null);
    }
}
