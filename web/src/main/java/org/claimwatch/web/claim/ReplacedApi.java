package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Questions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a claim stood before outlets changed their articles, for programs: whoever cited it finds it by its number. */
@Path("/api/v1/claims/{id:\\d+}/replaced")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReplacedApi {
    private final Questions questions;
    private final SaidOfClaim said;
    private final Merged merged;

    public ReplacedApi(Questions questions, SaidOfClaim said, Merged merged) {
        this.questions = questions;
        this.said = said;
        this.merged = merged;
    }

    /**
     * A claim, and its statements in versions of articles that their outlets have replaced since.
     *
     * @param items newest first, at most 500; none where no version with it was replaced
     */
    @Schema(name = "Replaced")
    public record ReplacedItem(
            String text, @Schema(nullable = true) @Nullable String language, List<ReplacedStatement> items) {}

    /**
     * One of them.
     *
     * @param dayOnly whether the outlet gave a day and no time
     * @param side asserts or denies
     * @param counts whether neither that it was said nor that it makes the claim is doubted
     * @param chain from the original speaker to the outlet
     * @param href the page that shows it in that version's text
     */
    @Schema(name = "ReplacedStatement")
    public record ReplacedStatement(
            long statement,
            String speaker,
            String words,
            Named outlet,
            long article,
            int version,
            Instant published,
            boolean dayOnly,
            String side,
            boolean counts,
            List<String> chain,
            String href) {}

    @GET
    @Operation(summary = "A claim's statements in versions that outlets have replaced since, also where none stands")
    public ReplacedItem replaced(@RestPath long id, @Context UriInfo uri) {
        merged.claim(id, uri);
        ReplacedClaim.Words claim = said.words(id).orElseThrow(NotFoundException::new);
        return new ReplacedItem(
                claim.text(),
                claim.lang().isEmpty() ? null : claim.lang(),
                said.replaced(id, VoicesOfClaim.MOST, questions.reader()).stream()
                        .map(ReplacedApi::item)
                        .toList());
    }

    private static ReplacedStatement item(Said one) {
        return new ReplacedStatement(
                one.id(),
                one.speaker(),
                one.words(),
                new Named(one.outletId(), one.outlet()),
                one.articleId(),
                one.version(),
                one.published().moment(),
                one.published().dayOnly(),
                one.denies() ? "denies" : "asserts",
                one.counts(),
                one.chain(),
                one.evidence());
    }
}
