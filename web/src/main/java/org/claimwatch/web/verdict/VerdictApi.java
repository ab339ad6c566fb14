package org.claimwatch.web.verdict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.ClaimVerdict;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's verdicts, for programs. */
@Path("/api/v1/teams/{slug}/verdicts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VerdictApi {
    private final Questions questions;
    private final Verdicts verdicts;
    private final CurrentViewer viewer;

    public VerdictApi(Questions questions, Verdicts verdicts, CurrentViewer viewer) {
        this.questions = questions;
        this.verdicts = verdicts;
        this.viewer = viewer;
    }

    /**
     * What a team says of a claim that it checked.
     *
     * @param claim the claim that stays, after all merges
     * @param opposite whether that one says the opposite of these words
     * @param value from 1, the worst, to best
     * @param url of the published fact-check
     */
    @Schema(name = "Verdict")
    public record VerdictItem(
            long id,
            long claim,
            String words,
            boolean opposite,
            String rating,
            int value,
            int best,
            String explanation,
            String url,
            String organisation,
            @Schema(nullable = true) @Nullable String claimant,
            String by,
            Instant at) {}

    @GET
    @Operation(summary = "A team's verdicts that count, one for each claim, newest first")
    public Listing<VerdictItem> verdicts(@RestPath String slug, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        long team = viewer.memberOfThis().teamId();
        return Lists.of(
                Total.exactly(verdicts.count(team)),
                question,
                false,
                verdicts.current(team, Lists.place(question, Verdicts.NEWEST), question.limit(), questions.reader())
                        .map(found -> found.stream().map(VerdictApi::item).toList()));
    }

    private static VerdictItem item(ClaimVerdict verdict) {
        var given = verdict.given();
        return new VerdictItem(
                given.id(),
                given.claimId(),
                given.words(),
                verdict.opposite(),
                given.rating(),
                given.ratingValue(),
                given.ratingBest(),
                given.explanation(),
                given.url(),
                given.organisation(),
                given.claimant(),
                given.by(),
                given.givenAt());
    }
}
