package org.claimwatch.web.reading;

import java.util.List;
import org.claimwatch.web.reading.ClaimVerdict.Given;
import org.jspecify.annotations.Nullable;

/**
 * The reader's team's word on a claim, what it was before, and what its form begins with.
 *
 * @param all newest first, those taken back too
 * @param jsonLd the one that counts as ClaimReview; null where none does
 */
public record VerdictsOnClaim(
        long claimId,
        List<ClaimVerdict> all,
        Draft draft,
        @Nullable String jsonLd) {
    /** What the form holds before anybody types: the last verdict's values, or what is read of the claim and the team. */
    public record Draft(
            String rating,
            int ratingValue,
            int ratingBest,
            String explanation,
            String url,
            String organisation,
            String organisationUrl,
            String claimant,
            boolean claimantPerson) {
        static Draft of(Given given) {
            return new Draft(
                    given.rating(),
                    given.ratingValue(),
                    given.ratingBest(),
                    given.explanation(),
                    given.url(),
                    given.organisation(),
                    given.organisationUrl() == null ? "" : given.organisationUrl(),
                    given.claimant() == null ? "" : given.claimant(),
                    given.claimantPerson());
        }
    }

    public @Nullable ClaimVerdict current() {
        return all.stream().filter(ClaimVerdict::counts).findFirst().orElse(null);
    }

    /** All but the one that counts. */
    public List<ClaimVerdict> history() {
        ClaimVerdict current = current();
        return all.stream().filter(verdict -> !verdict.equals(current)).toList();
    }

    /** What counts again when the current one is taken back. */
    public @Nullable ClaimVerdict before() {
        return all.stream().filter(ClaimVerdict::counts).skip(1).findFirst().orElse(null);
    }
}
