package org.claimwatch.web.coding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.coding.CodingRounds.Passage;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.reading.ClaimsByWords;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The passage that a coder reads next, for programs, without anybody's reading of it; coding it is a person's, on the page. */
@Path("/api/v1/teams/{slug}/coding/{id:\\d+}/next")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NextApi {
    private final CodingRounds rounds;
    private final ClaimsByWords claims;
    private final CurrentViewer viewer;

    public NextApi(CodingRounds rounds, ClaimsByWords claims, CurrentViewer viewer) {
        this.rounds = rounds;
        this.claims = claims;
        this.viewer = viewer;
    }

    /**
     * How far you are in a round.
     *
     * @param mine how many of its passages you have coded
     * @param next null once you are through, or the round is closed
     */
    @Schema(name = "NextToCode")
    public record NextItem(
            long passages,
            long mine,
            @Schema(nullable = true) @Nullable ToCode next) {}

    /**
     * A passage that you have not coded yet.
     *
     * @param text of the article's version in which it stands
     * @param span where it stands there, in code points, end not included
     * @param target toward which the stance is asked; null where none is named
     * @param claims that are offered for it, those most alike first
     * @param href where it is coded
     */
    @Schema(name = "PassageToCode")
    public record ToCode(
            long id,
            String words,
            String text,
            @Schema(nullable = true) @Nullable String language,
            SpanItem span,
            String outlet,
            @Schema(nullable = true) @Nullable String target,
            List<OfferedClaim> claims,
            String href) {}

    @Schema(name = "OfferedClaim")
    public record OfferedClaim(
            long id,
            String text,
            @Schema(nullable = true) @Nullable String language) {}

    @GET
    @Needs(Role.ANALYST)
    @Operation(summary = "The passage of a round that you code next, and the claims offered for it; for analysts")
    public NextItem next(@RestPath String slug, @RestPath long id) {
        long account = viewer.get().accountId();
        Round round = rounds.one(viewer.memberOfThis(), account, id).orElseThrow(NotFoundException::new);
        return new NextItem(
                round.items(),
                round.mine(),
                rounds.next(id, account).map(passage -> item(passage, id)).orElse(null));
    }

    private ToCode item(Passage passage, long round) {
        String words = new TextSpan(passage.contentStart(), passage.contentEnd()).cut(passage.text());
        return new ToCode(
                passage.id(),
                words,
                passage.text(),
                passage.language(),
                new SpanItem(passage.contentStart(), passage.contentEnd()),
                passage.outlet(),
                passage.target(),
                claims.like(words, 0, CodingPages.MOST_CLAIMS).stream()
                        .map(claim -> new OfferedClaim(
                                claim.id(), claim.text(), claim.lang().isEmpty() ? null : claim.lang()))
                        .toList(),
                "%s/coding/%d".formatted(viewer.memberOfThis().home(), round));
    }
}
