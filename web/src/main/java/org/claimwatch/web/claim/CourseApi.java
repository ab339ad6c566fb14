package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.claim.Voices.Voice;
import org.claimwatch.web.reading.Origins;
import org.claimwatch.web.reading.Origins.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How a claim went from outlet to outlet, for programs: what its page draws as timeline, ways and voices. */
@Path("/api/v1/claims/{id:\\d+}/course")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CourseApi {
    private final Questions questions;
    private final StandingClaims claims;
    private final SaidOfClaim said;
    private final Origins origins;
    private final Merged merged;

    public CourseApi(Questions questions, StandingClaims claims, SaidOfClaim said, Origins origins, Merged merged) {
        this.questions = questions;
        this.claims = claims;
        this.said = said;
        this.origins = origins;
        this.merged = merged;
    }

    /**
     * A claim's statements in the order in which they came.
     *
     * @param total how many there are of all time; the oldest 500 are told
     */
    @Schema(name = "Course")
    public record CourseItem(long total, List<StepItem> items) {}

    /**
     * One statement on the claim's way.
     *
     * @param dayOnly whether the outlet gave a day and no time
     * @param side asserts or denies
     * @param counts whether neither that it was said nor that it makes the claim is doubted
     * @param chain from the original speaker to the outlet
     * @param origin the outlet that it comes from in the end, in lower case
     * @param handedOn whether that is another outlet than its own
     * @param repeats the statement whose words it repeats in another outlet; null where it is the first of its voice
     */
    @Schema(name = "CourseStep")
    public record StepItem(
            long statement,
            String speaker,
            Named outlet,
            long article,
            int version,
            Instant published,
            boolean dayOnly,
            String side,
            boolean counts,
            List<String> chain,
            @Schema(nullable = true) @Nullable String origin,
            boolean handedOn,
            @Schema(nullable = true) @Nullable Long repeats,
            String href) {}

    @GET
    @Operation(summary = "A claim's statements in the order in which they came: by which way, from which origin")
    public CourseItem course(@RestPath long id, @Context UriInfo uri) {
        merged.claim(id, uri);
        var facts = claims.of(id, questions.reader()).facts();
        List<Said> all = said.oldest(id, VoicesOfClaim.MOST, questions.reader());
        Map<Long, Origin> from = origins.of(List.of(id));
        Map<Long, Long> repeats = repeats(all);
        return new CourseItem(
                facts.asserts() + facts.denies() + facts.doubtful(),
                all.stream()
                        .map(one -> item(one, from.get(one.id()), repeats.get(one.id())))
                        .toList());
    }

    private static Map<Long, Long> repeats(List<Said> all) {
        var repeats = new HashMap<Long, Long>();
        for (Voice voice : Stream.concat(Voices.of(all, false).stream(), Voices.of(all, true).stream())
                .toList()) {
            voice.reprints()
                    .forEach(reprint -> repeats.put(reprint.id(), voice.first().id()));
        }
        return repeats;
    }

    private static StepItem item(Said one, @Nullable Origin origin, @Nullable Long repeats) {
        return new StepItem(
                one.id(),
                one.speaker(),
                new Named(one.outletId(), one.outlet()),
                one.articleId(),
                one.version(),
                one.published().moment(),
                one.published().dayOnly(),
                one.denies() ? "denies" : "asserts",
                one.counts(),
                one.chain(),
                origin == null ? null : origin.origin(),
                origin != null && origin.handedOn(),
                repeats,
                one.evidence());
    }
}
