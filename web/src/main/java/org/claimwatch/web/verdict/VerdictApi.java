package org.claimwatch.web.verdict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Places;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.ClaimReviews.Appearance;
import org.claimwatch.web.reading.ClaimVerdict;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's verdicts, for programs. */
@Path("/api/v1/teams/{slug}/verdicts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VerdictApi {
    private final Questions questions;
    private final Verdicts verdicts;
    private final Merged merged;
    private final CurrentViewer viewer;

    public VerdictApi(Questions questions, Verdicts verdicts, Merged merged, CurrentViewer viewer) {
        this.questions = questions;
        this.verdicts = verdicts;
        this.merged = merged;
        this.viewer = viewer;
    }

    /**
     * What a team says of a claim that it checked.
     *
     * @param claim the claim that stays, after all merges
     * @param words the claim as it was worded when it was judged
     * @param opposite whether that one says the opposite of these words
     * @param counts whether it is the team's word on the claim as it stands: no later one, nor taken back, nor of the opposite
     * @param value from 1, the worst, to best
     * @param url of the published fact-check
     * @param claimant who said it, if the editor named one
     * @param claimantPerson whether that is a person rather than an organisation or a group
     * @param undone when it was taken back; null if it was not
     * @param undoneBy who took it back
     * @param appearances where the claim stands as ClaimReview tells it, 20 at most, the oldest first: as far as the machine
     *     is sure of the reading or a person of the team confirmed it
     */
    @Schema(name = "Verdict")
    public record VerdictItem(
            long id,
            long claim,
            String words,
            @Schema(nullable = true) @Nullable String language,
            boolean opposite,
            boolean counts,
            String rating,
            int value,
            int best,
            String explanation,
            String url,
            String organisation,
            @Schema(nullable = true) @Nullable String organisationUrl,
            @Schema(nullable = true) @Nullable String claimant,
            boolean claimantPerson,
            String by,
            Instant at,
            @Schema(nullable = true) @Nullable Instant undone,
            @Schema(nullable = true) @Nullable String undoneBy,
            List<AppearanceItem> appearances) {}

    /**
     * An article in which a claim that was judged stands.
     *
     * @param dayOnly whether the outlet gave a day and no time
     */
    @Schema(name = "Appearance")
    public record AppearanceItem(String url, String title, String outlet, Instant published, boolean dayOnly) {}

    @GET
    @Operation(
            summary =
                    "A team's verdicts that count, one for each claim, newest first; of one claim all that were ever given, those taken back too")
    public Listing<VerdictItem> verdicts(
            @RestPath String slug,
            @BeanParam Part part,
            @Parameter(description = "The id of a claim: the whole history of the verdicts on it")
                    @QueryParam("claim")
                    @Nullable String claim,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        long team = viewer.memberOfThis().teamId();
        Long claimId = Questions.id(question.here(), "claim");
        if (claimId == null) {
            return current(question, team);
        }
        merged.claim(claimId, uri);
        return history(question, team, claimId);
    }

    private Listing<VerdictItem> current(Question question, long team) {
        return Lists.of(
                Total.exactly(verdicts.count(team)),
                question,
                false,
                verdicts.current(team, Lists.place(question, Verdicts.NEWEST), question.limit(), questions.reader())
                        .map(found -> items(found, team, ClaimVerdict::counts)));
    }

    private Listing<VerdictItem> history(Question question, long team, long claim) {
        List<ClaimVerdict> all = verdicts.history(claim, team, questions.reader());
        long current = all.stream()
                .filter(ClaimVerdict::counts)
                .mapToLong(verdict -> verdict.given().id())
                .findFirst()
                .orElse(0);
        long below = Places.below(question);
        List<VerdictItem> rest = items(
                all.stream()
                        .filter(verdict -> verdict.given().id() < below)
                        .limit(question.limit() + 1L)
                        .toList(),
                team,
                verdict -> verdict.given().id() == current);
        return Places.part(all.size(), question, rest, VerdictItem::id, item -> item);
    }

    private List<VerdictItem> items(List<ClaimVerdict> found, long team, Predicate<ClaimVerdict> counts) {
        Map<Long, List<Appearance>> appearances = verdicts.appearances(found, team);
        return found.stream()
                .map(verdict -> item(
                        verdict,
                        counts.test(verdict),
                        appearances.getOrDefault(verdict.given().id(), List.of())))
                .toList();
    }

    private static VerdictItem item(ClaimVerdict verdict, boolean counts, List<Appearance> appearances) {
        var given = verdict.given();
        return new VerdictItem(
                given.id(),
                given.claimId(),
                given.words(),
                given.language(),
                verdict.opposite(),
                counts,
                given.rating(),
                given.ratingValue(),
                given.ratingBest(),
                given.explanation(),
                given.url(),
                given.organisation(),
                given.organisationUrl(),
                given.claimant(),
                given.claimantPerson(),
                given.by(),
                given.givenAt(),
                verdict.undoneAt(),
                given.undoneBy(),
                appearances.stream()
                        .filter(Appearance::followable)
                        .map(appearance -> new AppearanceItem(
                                appearance.url(),
                                appearance.title(),
                                appearance.outlet(),
                                appearance.published().moment(),
                                appearance.published().dayOnly()))
                        .toList());
    }
}
