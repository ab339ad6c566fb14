package org.claimwatch.web.monitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.api.Span;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.monitor.NewsOfMonitor.News;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's monitors, for programs: how much each matches, by day and since one's last visit. */
@Path("/api/v1/teams/{slug}/monitors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MonitorApi {
    private final Questions questions;
    private final MonitorsOfTeam monitors;
    private final Statements statements;
    private final VolumeOfMonitor volumes;
    private final NewsOfMonitor news;
    private final CurrentViewer viewer;
    private final Clock clock;

    public MonitorApi(
            Questions questions,
            MonitorsOfTeam monitors,
            Statements statements,
            VolumeOfMonitor volumes,
            NewsOfMonitor news,
            CurrentViewer viewer,
            Clock clock) {
        this.questions = questions;
        this.monitors = monitors;
        this.statements = statements;
        this.volumes = volumes;
        this.news = news;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A saved query, and how many statements match it within the period. */
    @Schema(name = "Monitor")
    public record MonitorItem(
            long id,
            String name,
            String query,
            String explained,
            String createdBy,
            Instant createdAt,
            long statements,
            String href) {}

    @GET
    @Operation(summary = "A team's monitors, by name")
    public Listing<MonitorItem> monitors(@RestPath String slug, @BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return Lists.whole(
                question,
                monitors.of(viewer.memberOfThis()).stream()
                        .map(monitor -> item(monitor, question))
                        .toList());
    }

    /**
     * How much a monitor found on each day.
     *
     * @param chance what comes by chance on fewer days than these is a spike, as the monitor's alerts are set
     * @param days the oldest first; 28 at least, those before the period included, and 92 at most
     */
    @Schema(name = "Volume")
    public record VolumeItem(double chance, List<DayItem> days) {}

    /**
     * One day in the zone of whoever asks.
     *
     * @param sure of the statements, those that are not doubtful; they alone are compared
     * @param usual how many sure ones a day had in the 14 days before
     * @param inPeriod whether it belongs to the period asked for
     */
    @Schema(name = "VolumeOfDay")
    public record DayItem(LocalDate day, long statements, long sure, double usual, boolean spike, boolean inPeriod) {}

    @GET
    @Path("/{id:\\d+}/volume")
    @Operation(summary = "How many statements a monitor found on each day, and on which days more than usual")
    public VolumeItem volume(@RestPath String slug, @RestPath long id, @BeanParam Span asking, @Context UriInfo uri) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        return new VolumeItem(
                volumes.sensitivity(monitor).chance,
                volumes.of(monitor, questions.of(uri).period()).days().stream()
                        .map(day -> new DayItem(
                                day.day(),
                                day.statements(),
                                day.sure(),
                                day.usual(),
                                day.spike() != null,
                                day.within()))
                        .toList());
    }

    /**
     * What came to a monitor since your last visit to its page; to ask is no visit.
     *
     * @param since null if you were never there, or are there for the first time; else it and {@code to} are what the lists
     *     of the monitor's matches take as new-from and new-to
     * @param atLeast of which of the four kinds there are more than is said: a search stops counting at 100,000 rows
     * @param href the page that shows just these
     */
    @Schema(name = "NewsOfMonitor")
    public record NewsItem(
            @Schema(nullable = true) @Nullable Instant since,
            Instant to,
            long statements,
            long articles,
            long claims,
            long stories,
            List<String> atLeast,
            String href) {}

    @GET
    @Path("/{id:\\d+}/news")
    @Operation(summary = "What came to a monitor since your last visit to its page")
    public NewsItem news(@RestPath String slug, @RestPath long id) {
        Member member = viewer.memberOfThis();
        var monitor = monitors.one(member, id).orElseThrow(NotFoundException::new);
        var page = Address.of("%s/monitors/%d".formatted(member.home(), id));
        return news.unseen(member, monitor)
                .map(found -> new NewsItem(
                        found.arrived().from(),
                        found.arrived().to(),
                        found.of(ResultKind.STATEMENTS),
                        found.of(ResultKind.ARTICLES),
                        found.of(ResultKind.CLAIMS),
                        found.of(ResultKind.STORIES),
                        atLeast(found),
                        found.arrived().in(page).toString()))
                .orElseGet(() -> new NewsItem(null, clock.instant(), 0, 0, 0, 0, List.of(), page.toString()));
    }

    static List<String> atLeast(News found) {
        return Arrays.stream(ResultKind.values())
                .filter(found::more)
                .map(ResultKind::word)
                .toList();
    }

    private MonitorItem item(Monitor monitor, Question question) {
        Query query = Query.saved(monitor.query);
        return new MonitorItem(
                Objects.requireNonNull(monitor.id),
                monitor.name,
                monitor.query,
                query.explained(),
                monitor.createdBy.name,
                monitor.createdAt,
                statements.count(query.condition().and(question.within())),
                "%s/monitors/%d".formatted(viewer.memberOfThis().home(), monitor.id));
    }
}
