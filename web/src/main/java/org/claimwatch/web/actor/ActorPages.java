package org.claimwatch.web.actor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.actor.ActorPage.ActorList;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.words.ActorWords;
import org.jboss.resteasy.reactive.RestPath;

/** The list of actors, and each of them. */
@Path("/actors")
@RunOnVirtualThread
public class ActorPages {
    private final Periods periods;
    private final SpeakersOfPeriod speakers;
    private final PositionsOfActor positions;
    private final Reversals reversals;
    private final Results results;
    private final StatementCards cards;
    private final Decisions decisions;
    private final Baskets baskets;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public ActorPages(
            Periods periods,
            SpeakersOfPeriod speakers,
            PositionsOfActor positions,
            Reversals reversals,
            Results results,
            StatementCards cards,
            Decisions decisions,
            Baskets baskets,
            CurrentViewer viewer,
            CurrentReader reader) {
        this.periods = periods;
        this.speakers = speakers;
        this.positions = positions;
        this.reversals = reversals;
        this.results = results;
        this.cards = cards;
        this.decisions = decisions;
        this.baskets = baskets;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "actor")
    static class Templates {
        static native TemplateInstance actors(ActorList page);

        static native TemplateInstance actor(ActorPage page);
    }

    @GET
    public TemplateInstance actors(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var period = periods.asked(here, reader.get().zone());
        Narrowing narrowing = Narrowing.of(here);
        boolean fresh = "new".equals(here.get("show"));
        Condition meant = SpeakersOfPeriod.heard(narrowing.query(), period.period(), fresh);
        var slice = speakers.slice(meant, here, Paging.SIZE);
        Address base = here.without("show", "after", "before");
        return Templates.actors(new ActorList(
                period.counting(
                        "actors", before -> speakers.total(SpeakersOfPeriod.heard(narrowing.query(), before, fresh))),
                narrowing,
                List.of(
                        new Choice(ActorWords.SAY.showAll(), base.toString(), !fresh),
                        new Choice(
                                ActorWords.SAY.showNew(),
                                base.with("show", "new").toString(),
                                fresh)),
                fresh,
                here,
                slice.rows(),
                slice.paging(speakers.total(meant))));
    }

    /** An actor that a person merged into another has that one's page. */
    @GET
    @Compressed
    @Path("/{id:\\d+}")
    public Object actor(@RestPath long id, @Context UriInfo uri) {
        Address here = Address.of(uri);
        Optional<Long> stays = decisions.actorInItsPlace(id);
        if (stays.isPresent()) {
            return Back.to(here.at("/actors/" + stays.get()).toString());
        }
        var actor = speakers.actor(id).orElseThrow(NotFoundException::new);
        var period = periods.asked(here, reader.get().zone());
        Condition said = Condition.ofSpeaker(id)
                .and(Condition.between(period.period().from(), period.period().to()));
        Total total = results.count(ResultKind.STATEMENTS, said);
        var page = results.page(ResultKind.STATEMENTS, said, here, total);
        var turns = reversals.turns(id, period.period().from(), period.period().to());
        List<String> aliases = speakers.aliases(id);
        int most = "all".equals(here.get("lists")) ? SpeakersOfPeriod.ALL : SpeakersOfPeriod.FIRST;
        return Templates.actor(new ActorPage(
                period.counting(
                        "statements",
                        before -> results.count(
                                ResultKind.STATEMENTS,
                                Condition.ofSpeaker(id).and(Condition.between(before.from(), before.to())))),
                id,
                actor.name(),
                ActorWords.SAY.kind(actor.kind()),
                actor.affiliation(),
                aliases,
                speakers.affiliations(id, most, reader.get()),
                positions.of(id, said, turns, here, reader.get()),
                reversals.of(turns, reader.get()),
                speakers.outlets(said, actor.name(), here),
                speakers.about(actor, aliases, false, period.period(), most, here),
                speakers.about(actor, aliases, true, period.period(), most, here),
                cards.of(page.ids(), reader.get()),
                baskets.ticks(viewer.member().orElse(null), viewer.get().accountId(), page.ids(), page.older()),
                decisions.ofActor(id, reader.get()),
                page.paging(total),
                here.with("lists", "all").toString(),
                here.without("after", "before", "lists")
                        .at("/statements.csv")
                        .with("actor", id)
                        .toString()));
    }
}
