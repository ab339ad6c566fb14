package org.claimwatch.web.actor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.actor.ActorPage.ActorLine;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.reading.Statements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of actors, and each of them, for programs. */
@Path("/api/v1/actors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ActorApi {
    /** How often the last one spoke, and its id. */
    private final Questions questions;

    private final SpeakersOfPeriod speakers;
    private final Reversals reversals;
    private final Statements statements;

    public ActorApi(Questions questions, SpeakersOfPeriod speakers, Reversals reversals, Statements statements) {
        this.questions = questions;
        this.speakers = speakers;
        this.reversals = reversals;
        this.statements = statements;
    }

    /** Who speaks, and how often within the period. */
    @Schema(name = "Actor")
    public record ActorItem(
            long id,
            String name,
            String kind,
            @Schema(nullable = true) @Nullable String affiliation,
            long statements,
            long outlets,
            long claims,
            String href) {}

    /**
     * An actor by itself.
     *
     * @param said how many statements within the period, which are at {@code statements}
     */
    @Schema(name = "ActorAlone")
    public record ActorAlone(
            long id,
            String name,
            String kind,
            @Schema(nullable = true) @Nullable String affiliation,
            List<String> aliases,
            Listing.Within period,
            long said,
            List<QuotingItem> outlets,
            List<TurnItem> reversals,
            String statements) {}

    /** An outlet that quotes the actor. */
    @Schema(name = "Quoting")
    public record QuotingItem(Named outlet, long statements) {}

    /**
     * From one side to the other.
     *
     * @param matter the target of a stance, or the text of a claim
     * @param before the id of the statement that is turned
     */
    @Schema(name = "Reversal")
    public record TurnItem(
            String matter,
            @Schema(nullable = true) @Nullable Long claim,
            long before,
            long after,
            Instant at) {}

    @GET
    @Operation(summary = "Actors whose statements a query matches, those who spoke most first")
    public Listing<ActorItem> actors(@BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Condition condition = question.condition(ResultKind.STATEMENTS);
        return Lists.of(
                speakers.total(condition),
                question,
                true,
                speakers.slice(condition, Lists.place(question, SpeakersOfPeriod.MOST_HEARD), question.limit())
                        .map(found -> found.stream().map(ActorApi::item).toList()));
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One actor: names, who quotes it, where it turned")
    public ActorAlone actor(@RestPath long id, @BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        var actor = speakers.actor(id).orElseThrow(NotFoundException::new);
        Condition said = Condition.ofSpeaker(id).and(question.condition(ResultKind.STATEMENTS));
        return new ActorAlone(
                id,
                actor.name(),
                actor.kind().toLowerCase(Locale.ROOT),
                actor.affiliation(),
                speakers.aliases(id),
                question.told(),
                statements.count(said),
                speakers.outlets(said, actor.name(), question.here()).stream()
                        .map(q -> new QuotingItem(new Named(q.outletId(), q.outlet()), q.statements()))
                        .toList(),
                reversals.turns(id, question.period().from(), question.period().to()).stream()
                        .map(t -> new TurnItem(t.matter(), t.claimId(), t.beforeId(), t.afterId(), t.at()))
                        .toList(),
                question.here()
                        .without("limit", "after")
                        .at("/api/v1/statements")
                        .with("actor", id)
                        .toString());
    }

    private static ActorItem item(ActorLine line) {
        return new ActorItem(
                line.id(),
                line.name(),
                line.kindWord(),
                line.affiliation(),
                line.statements(),
                line.outlets(),
                line.claims(),
                "/actors/" + line.id());
    }
}
