package org.claimwatch.web.today;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.api.Span;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.reading.Reversals.Turn;
import org.claimwatch.web.today.TodayApi.SpikeItem;
import org.claimwatch.web.today.TodayApi.TurnItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** All of what Today tells the first items of, for programs. */
@Path("/api/v1/today")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NewsListApi {
    private final Questions questions;
    private final Reversals reversals;
    private final Spikes spikes;
    private final Troubles troubles;
    private final ItemsOf items;

    public NewsListApi(Questions questions, Reversals reversals, Spikes spikes, Troubles troubles, ItemsOf items) {
        this.questions = questions;
        this.reversals = reversals;
        this.spikes = spikes;
        this.troubles = troubles;
        this.items = items;
    }

    @GET
    @Path("/reversals")
    @Operation(summary = "Who said the opposite of what they had said before, those on claims first, the newest first")
    public Listing<TurnItem> reversals(
            @BeanParam Span span,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var question = questions.of(uri);
        var period = question.period();
        return Lists.of(
                        reversals.total(period.from(), period.to()),
                        question,
                        true,
                        reversals
                                .slice(
                                        period.from(),
                                        period.to(),
                                        Lists.place(question, Reversals.ON_CLAIMS_FIRST),
                                        question.limit())
                                .map(this::turns))
                .beside(question.before(
                        "reversals",
                        earlier -> reversals.total(
                                earlier.period().from(), earlier.period().to())));
    }

    private List<TurnItem> turns(List<Turn> turns) {
        List<Long> said = turns.stream()
                .flatMap(turn -> Stream.of(turn.beforeId(), turn.afterId()))
                .distinct()
                .toList();
        Map<Long, StatementItem> byId =
                items.statements(said).stream().collect(Collectors.toMap(StatementItem::id, Function.identity()));
        return turns.stream()
                // Read anew since the turns were counted.
                .filter(turn -> byId.containsKey(turn.beforeId()) && byId.containsKey(turn.afterId()))
                .map(turn -> new TurnItem(
                        turn.matter(),
                        turn.claimId(),
                        Objects.requireNonNull(byId.get(turn.beforeId())),
                        Objects.requireNonNull(byId.get(turn.afterId()))))
                .toList();
    }

    @GET
    @Path("/spikes")
    @Operation(summary = "Speakers heard, and targets spoken of, far more often than before: all, the strongest first")
    public Listing<SpikeItem> spikes(@BeanParam Span span, @Context UriInfo uri) {
        var question = questions.of(uri);
        return Lists.whole(
                        question,
                        spikes.shown(spikes.rises(question.period()), question.period(), Address.of("")).stream()
                                .map(TodayApi::item)
                                .toList())
                .beside(question.before(
                        "spikes",
                        earlier -> Total.exactly(spikes.rises(earlier.period()).size())));
    }

    @GET
    @Path("/trouble")
    @Operation(summary = "Silent outlets and feeds that do not yield, as they are now: all, whatever the period")
    public Listing<TroubleItem> trouble(@BeanParam Span span, @Context UriInfo uri) {
        return Lists.whole(
                questions.of(uri),
                troubles.of(questions.reader()).stream().map(TroubleItem::of).toList());
    }
}
