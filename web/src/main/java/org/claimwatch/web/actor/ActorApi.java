package org.claimwatch.web.actor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.actor.ActorPage.About;
import org.claimwatch.web.actor.ActorPage.ActorLine;
import org.claimwatch.web.actor.SpeakersOfPeriod.Known;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.DecisionItem.DecisionItems;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.reading.Statements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of actors, and each of them, for programs. */
@Path("/api/v1/actors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ActorApi {
    private final Questions questions;
    private final SpeakersOfPeriod speakers;
    private final PositionsOfActor positions;
    private final Reversals reversals;
    private final Statements statements;
    private final Merged merged;
    private final Decisions decisions;

    public ActorApi(
            Questions questions,
            SpeakersOfPeriod speakers,
            PositionsOfActor positions,
            Reversals reversals,
            Statements statements,
            Merged merged,
            Decisions decisions) {
        this.questions = questions;
        this.speakers = speakers;
        this.positions = positions;
        this.reversals = reversals;
        this.statements = statements;
        this.merged = merged;
        this.decisions = decisions;
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
     * @param before its statements of the period before, with {@code compare=before}; null without
     * @param said how many statements within the period, which are at {@code statements}
     * @param positions toward targets, those most spoken of first, 100 at most
     * @param affiliations ten at most, or 2000 with lists=all; {@code affiliationsTotal} says how many there are
     * @param speakersAbout who takes sides toward it, as many at most; {@code outletsAbout} outlets in their own voice
     */
    @Schema(name = "ActorAlone")
    public record ActorAlone(
            long id,
            String name,
            String kind,
            @Schema(nullable = true) @Nullable String affiliation,
            List<String> aliases,
            List<AffiliationItem> affiliations,
            long affiliationsTotal,
            Listing.Within period,
            @Schema(nullable = true) Listing.@Nullable Before before,
            long said,
            List<TakenItem> positions,
            List<QuotingItem> outlets,
            List<TurnItem> reversals,
            List<AboutItem> speakersAbout,
            long speakersAboutTotal,
            List<AboutItem> outletsAbout,
            long outletsAboutTotal,
            String statements) {}

    /** What the actor was said to belong to, and when, of all time. */
    @Schema(name = "Affiliation")
    public record AffiliationItem(String name, String first, String last, long statements) {}

    /** How often it favoured, opposed or weighed a target within the period; what the machine doubts is left out. */
    @Schema(name = "PositionTaken")
    public record TakenItem(String target, long favour, long against, long neutral, Instant first, Instant last) {}

    /**
     * An outlet that quotes the actor.
     *
     * @param through the other outlets that it has that from
     */
    @Schema(name = "Quoting")
    public record QuotingItem(
            Named outlet,
            long statements,
            @Schema(nullable = true) @Nullable String through) {}

    /** Where somebody stands toward the actor: a speaker, or an outlet in its own voice. */
    @Schema(name = "StanceAbout")
    public record AboutItem(Named holder, long favour, long against, long neutral) {}

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
    public Listing<ActorItem> actors(
            @BeanParam Asking asking,
            @Parameter(description = "new: never heard before the period; everybody if left out")
                    @QueryParam("show")
                    @Nullable String show,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        boolean fresh = "new".equals(show);
        if (show != null && !show.isEmpty() && !fresh) {
            throw Questions.bad("show= takes new; everybody if left out.");
        }
        Condition condition = SpeakersOfPeriod.heard(question.query(), question.period(), fresh);
        return Lists.of(
                        speakers.total(condition),
                        question,
                        true,
                        speakers.slice(condition, Lists.place(question, SpeakersOfPeriod.MOST_HEARD), question.limit())
                                .map(found -> found.stream().map(ActorApi::item).toList()))
                .beside(question.before(
                        "actors",
                        earlier -> speakers.total(SpeakersOfPeriod.heard(earlier.query(), earlier.period(), fresh))));
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One actor: names, where it stands and turned, who quotes it, who takes sides toward it")
    public ActorAlone actor(
            @RestPath long id,
            @BeanParam Asking asking,
            @Parameter(description = "all: the lists that the page cuts in full; their first ten if left out")
                    @QueryParam("lists")
                    @Nullable String asked,
            @Context UriInfo uri) {
        merged.actor(id, uri);
        Question question = questions.of(uri);
        boolean all = "all".equals(asked);
        if (asked != null && !asked.isEmpty() && !all) {
            throw Questions.bad("lists= takes all; the first ten of each if left out.");
        }
        int most = all ? SpeakersOfPeriod.ALL : SpeakersOfPeriod.FIRST;
        var actor = speakers.actor(id).orElseThrow(NotFoundException::new);
        Condition said = said(id, question);
        List<String> aliases = speakers.aliases(id);
        var affiliations = speakers.affiliations(id, most, questions.reader());
        var speakersAbout = about(actor, aliases, false, most, question);
        var outletsAbout = about(actor, aliases, true, most, question);
        return new ActorAlone(
                id,
                actor.name(),
                actor.kind().toLowerCase(Locale.ROOT),
                actor.affiliation(),
                aliases,
                affiliations.rows().stream()
                        .map(a -> new AffiliationItem(
                                a.name(), a.first().iso(), a.last().iso(), a.statements()))
                        .toList(),
                affiliations.total(),
                question.told(),
                question.before("statements", earlier -> statements.total(said(id, earlier))),
                statements.count(said),
                positions.taken(said),
                speakers.outlets(said, actor.name(), question.here()).stream()
                        .map(q -> new QuotingItem(new Named(q.outletId(), q.outlet()), q.statements(), q.through()))
                        .toList(),
                reversals.turns(id, question.period().from(), question.period().to()).stream()
                        .map(t -> new TurnItem(t.matter(), t.claimId(), t.beforeId(), t.afterId(), t.at()))
                        .toList(),
                speakersAbout.rows().stream().map(ActorApi::item).toList(),
                speakersAbout.total(),
                outletsAbout.rows().stream().map(ActorApi::item).toList(),
                outletsAbout.total(),
                question.here()
                        .without("limit", "after", "lists")
                        .at("/api/v1/statements")
                        .with("actor", id)
                        .toString());
    }

    @GET
    @Path("/{id:\\d+}/decisions")
    @Operation(summary = "What people merged into an actor and split off it, newest first")
    public DecisionItems decisions(@RestPath long id, @Context UriInfo uri) {
        merged.actor(id, uri);
        return speakers.actor(id)
                .map(actor -> DecisionItems.of(decisions.ofActor(id, questions.reader())))
                .orElseThrow(NotFoundException::new);
    }

    private static Condition said(long id, Question question) {
        return Condition.ofSpeaker(id).and(question.condition(ResultKind.STATEMENTS));
    }

    private Leading<About> about(Known actor, List<String> aliases, boolean outlets, int most, Question question) {
        return speakers.about(actor, aliases, outlets, question.period(), most, question.here());
    }

    private static AboutItem item(About about) {
        return new AboutItem(
                new Named(about.holderId(), about.holder()), about.favour(), about.against(), about.neutral());
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
