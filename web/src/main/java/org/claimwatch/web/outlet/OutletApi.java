package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.outlet.OutletPage.Firsts;
import org.claimwatch.web.outlet.OutletPage.OutletLine;
import org.claimwatch.web.outlet.OutletPage.Quoted;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of outlets, and each of them, for programs. */
@Path("/api/v1/outlets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OutletApi {
    private static final int VOICES = 50;

    private final Questions questions;
    private final OutletsAndFeeds outlets;
    private final VoicesOfOutlet voices;
    private final FeedsOfOutlet feeds;

    public OutletApi(Questions questions, OutletsAndFeeds outlets, VoicesOfOutlet voices, FeedsOfOutlet feeds) {
        this.questions = questions;
        this.outlets = outlets;
        this.voices = voices;
        this.feeds = feeds;
    }

    /**
     * A publisher, and what it published within the period.
     *
     * @param failing how many of its feeds fail
     * @param silent whether it says nothing though it is usually busy
     * @param newest when its newest article of the period was published, in UTC
     */
    @Schema(name = "Outlet")
    public record OutletItem(
            long id,
            String name,
            String homeUrl,
            @Schema(nullable = true) @Nullable String country,
            @Schema(nullable = true) @Nullable String language,
            @Schema(nullable = true) @Nullable String ownership,
            long articles,
            long statements,
            long feeds,
            long failing,
            boolean silent,
            @Schema(nullable = true) @Nullable String newest,
            String href) {}

    /**
     * An outlet by itself; what it says and what it quotes are never added up.
     *
     * @param before its articles of the period before, with {@code compare=before}; null without
     * @param own stances of its own voice
     * @param quoted stances of those whom it quotes
     * @param voices the 50 who have most of its statements; {@code voicesTotal} says how many have any
     * @param silence null as long as it is heard
     */
    @Schema(name = "OutletAlone")
    public record OutletAlone(
            OutletItem outlet,
            Listing.Within period,
            @Schema(nullable = true) Listing.@Nullable Before before,
            List<Position> own,
            List<Position> quoted,
            List<VoiceItem> voices,
            long voicesTotal,
            FirstsItem firsts,
            @Schema(nullable = true) @Nullable SilenceItem silence) {}

    /**
     * Somebody whom it lets speak.
     *
     * @param actor null for somebody unnamed
     * @param share of all its statements that are not doubted, 0 to 1
     */
    @Schema(name = "VoiceShare")
    public record VoiceItem(
            @Schema(nullable = true) @Nullable Long actor, String name, long statements, double share) {}

    /**
     * It says nothing, though it is usually busy.
     *
     * @param usualPerWeek articles a week
     * @param missing articles that it would have published by now
     */
    @Schema(name = "Silence")
    public record SilenceItem(String since, long usualPerWeek, long missing) {}

    /**
     * Of the claims that it carries, those that others carry too, and at how many of these it was first.
     *
     * @param statements of those that make claims
     * @param handedOn how many of them it has from another outlet
     */
    @Schema(name = "Firsts")
    public record FirstsItem(long carried, long shared, long first, long statements, long handedOn) {}

    @GET
    @Operation(summary = "All outlets, those with most articles in the period first")
    public Listing<OutletItem> outlets(@BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return Lists.whole(question, items(question))
                .beside(question.before(
                        "articles",
                        earlier -> Total.exactly(items(earlier).stream()
                                .mapToLong(OutletItem::articles)
                                .sum())));
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One outlet: its own voice beside those that it quotes, and how often it is first")
    public OutletAlone outlet(@RestPath long id, @BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        OutletItem outlet = items(question).stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<Quoted> quoted = voices.quoted(id, question.period());
        Firsts firsts = voices.firsts(id, question.period());
        return new OutletAlone(
                outlet,
                question.told(),
                question.before("articles", earlier -> outlets.articleTotal(id, earlier.period())),
                outlets.positions(id, "OUTLET", question.period()),
                outlets.positions(id, "SPEAKER", question.period()),
                shares(quoted),
                quoted.size(),
                new FirstsItem(
                        firsts.carried(), firsts.shared(), firsts.first(), firsts.statements(), firsts.handedOn()),
                feeds.silence(id, questions.reader())
                        .map(silence -> new SilenceItem(silence.since().iso(), silence.perWeek(), silence.missing()))
                        .orElse(null));
    }

    private static List<VoiceItem> shares(List<Quoted> all) {
        double total = all.stream().mapToLong(Quoted::statements).sum();
        return all.stream()
                .limit(VOICES)
                .map(quoted -> new VoiceItem(
                        quoted.actorId(), quoted.name(), quoted.statements(), quoted.statements() / total))
                .toList();
    }

    private List<OutletItem> items(Question question) {
        return outlets.lines(question.period(), question.matching(ResultKind.STATEMENTS), questions.reader()).stream()
                .map(OutletApi::item)
                .toList();
    }

    private static OutletItem item(OutletLine line) {
        var imprint = line.imprint();
        return new OutletItem(
                imprint.id(),
                imprint.name(),
                imprint.homeUrl(),
                imprint.country(),
                imprint.language(),
                imprint.ownership() == null ? null : imprint.ownership().toLowerCase(Locale.ROOT),
                line.articles(),
                line.statements(),
                line.health().feeds(),
                line.health().failing(),
                line.health().silent(),
                line.newest() == null ? null : line.newest().iso(),
                "/outlets/" + imprint.id());
    }
}
