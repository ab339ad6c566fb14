package org.claimwatch.web.reading;

import java.time.Instant;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.VerdictWords;
import org.jspecify.annotations.Nullable;

/**
 * What a team says of a claim that it checked.
 *
 * @param opposite whether a merge has since said that the claim is the opposite of what was judged
 * @param undone when it was taken back; null if it stands
 * @param undoneAt the same moment for programs
 */
public record ClaimVerdict(
        Given given,
        boolean opposite,
        When at,
        @Nullable When undone,
        @Nullable Instant undoneAt) {
    /**
     * A row of it.
     *
     * @param claimId the claim that stays, after all merges
     * @param words the claim as it was worded then
     * @param claimant who said it, as the editor has it
     * @param ratingValue from 1, the worst, to {@code ratingBest}
     * @param url of the published fact-check
     */
    public record Given(
            long id,
            long claimId,
            String words,
            @Nullable String language,
            @Nullable String claimant,
            boolean claimantPerson,
            String rating,
            int ratingValue,
            int ratingBest,
            String explanation,
            String url,
            String organisation,
            @Nullable String organisationUrl,
            String by,
            Instant givenAt,
            @Nullable String undoneBy) {}

    public String lang() {
        return given.language() == null ? "" : given.language();
    }

    /** "1 of 5". */
    public String figure() {
        return VerdictWords.SAY.figure(given.ratingValue(), given.ratingBest());
    }

    /** Whether it is the word that counts on the claim as it stands. */
    public boolean counts() {
        return undone == null && !opposite;
    }
}
