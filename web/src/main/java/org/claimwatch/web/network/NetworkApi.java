package org.claimwatch.web.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The network of agreement, for programs. */
@Path("/api/v1/network")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NetworkApi {
    private final Questions questions;
    private final StandsOfPeriod stands;

    public NetworkApi(Questions questions, StandsOfPeriod stands) {
        this.questions = questions;
        this.stands = stands;
    }

    /**
     * Actors and what joins or parts them.
     *
     * @param before how many pairs the period before has, with {@code compare=before}; null without
     */
    @Schema(name = "Network")
    public record NetworkItem(
            Listing.Within period,
            @Schema(nullable = true) Listing.@Nullable Before before,
            List<NodeItem> actors,
            List<TieItem> ties) {}

    @Schema(name = "NetworkActor")
    public record NodeItem(
            long id,
            String name,
            String kind,
            @Schema(nullable = true) @Nullable String affiliation) {}

    /**
     * Two actors by their ids.
     *
     * @param agree ids of the claims that join them
     * @param disagree ids of the claims that part them
     */
    @Schema(name = "Tie")
    public record TieItem(long one, long other, List<Long> agree, List<Long> disagree) {}

    @GET
    @Operation(summary = "Who agrees with whom on claims, as a whole")
    public NetworkItem network(@BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Network network = network(question);
        return new NetworkItem(
                question.told(),
                question.before(
                        "pairs",
                        earlier -> Total.exactly(network(earlier).pairs().size())),
                network.members().stream()
                        .map(actor -> new NodeItem(
                                actor.id(), actor.name(), actor.kind().toLowerCase(Locale.ROOT), actor.affiliation()))
                        .toList(),
                network.pairs().stream()
                        .map(pair -> new TieItem(
                                pair.one().id(),
                                pair.other().id(),
                                List.copyOf(pair.agree()),
                                List.copyOf(pair.disagree())))
                        .toList());
    }

    private Network network(Question question) {
        return stands.network(question.period(), question.matching(ResultKind.STATEMENTS));
    }
}
