package org.claimwatch.web.today;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.Items.StoryItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.api.Span;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.chart.Sparkline.Column;
import org.claimwatch.web.reading.Reversals.Reversal;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.today.FirstSteps.Counts;
import org.claimwatch.web.today.TodayPage.Block;
import org.claimwatch.web.today.TodayPage.Contradiction;
import org.claimwatch.web.today.TodayPage.NewSpeaker;
import org.claimwatch.web.today.TodayPage.Spike;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Today, for programs: of each block its first rows and its total. */
@Path("/api/v1/today")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TodayApi {
    private final Questions questions;
    private final NewsOfPeriod news;
    private final ItemsOf items;
    private final CurrentViewer viewer;

    public TodayApi(Questions questions, NewsOfPeriod news, ItemsOf items, CurrentViewer viewer) {
        this.questions = questions;
        this.news = news;
        this.items = items;
        this.viewer = viewer;
    }

    /**
     * What is new in a period; each block's before is its total in the period before, with compare=before, else null.
     *
     * @param steps null once the instance has found its feet
     */
    @Schema(name = "Today")
    public record TodayItem(
            Listing.Within period,
            @Schema(nullable = true) @Nullable StepsItem steps,
            NewClaims newClaims,
            Contradictions contradictions,
            ReversalsMade reversals,
            NewSpeakers newSpeakers,
            Spikes spikes,
            MovingStories stories,
            Troubles trouble) {}

    /**
     * How far a young instance has come on its way to the first claim, of all time.
     *
     * @param answering of the feeds, how many have ever answered
     * @param failing of the feeds, how many fail or were given up
     * @param announced articles
     * @param fetched of these, whose text is held
     * @param refused of these, whose text is not to be had
     * @param read of these, how many the machine has read
     * @param claim the first one's id; null until there is one
     */
    @Schema(name = "FirstSteps")
    public record StepsItem(
            long outlets,
            long feeds,
            long answering,
            long failing,
            long announced,
            long fetched,
            long refused,
            long read,
            long statements,
            @Schema(nullable = true) @Nullable Long claim) {}

    @Schema(name = "NewClaims")
    public record NewClaims(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<ClaimItem> items) {}

    @Schema(name = "Contradictions")
    public record Contradictions(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<ContradictionItem> items) {}

    /** A claim with a voice for it and one against. */
    @Schema(name = "Contradiction")
    public record ContradictionItem(ClaimItem claim, StatementItem asserts, StatementItem denies) {}

    @Schema(name = "ReversalsMade")
    public record ReversalsMade(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<TurnItem> items) {}

    /**
     * The opposite of what the same speaker said before.
     *
     * @param matter the claim's text, or the target of a stance
     * @param claim null where a stance toward a target turned
     */
    @Schema(name = "ReversalMade")
    public record TurnItem(
            String matter,
            @Schema(nullable = true) @Nullable Long claim,
            StatementItem before,
            StatementItem after) {}

    @Schema(name = "NewSpeakers")
    public record NewSpeakers(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<NewSpeakerItem> items) {}

    /** Somebody never quoted before. */
    @Schema(name = "NewSpeaker")
    public record NewSpeakerItem(
            long id,
            String name,
            @Schema(nullable = true) @Nullable String affiliation,
            long statements,
            long outlets,
            String first) {}

    @Schema(name = "Spikes")
    public record Spikes(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<SpikeItem> items) {}

    /**
     * A speaker heard, or a target spoken of, far more often than before.
     *
     * @param kind of what the rows are
     */
    @Schema(name = "Spike")
    public record SpikeItem(String name, String kind, long now, long before, StretchesItem course, String href) {}

    /** How many of its rows came in each seventh of the period before and of the period, in their order. */
    @Schema(name = "Stretches")
    public record StretchesItem(List<Long> before, List<Long> now) {}

    @Schema(name = "MovingStories")
    public record MovingStories(
            long total,
            boolean atLeast,
            @Schema(nullable = true) @Nullable Long before,
            List<MovingItem> items) {}

    /**
     * A story that is told more than usual.
     *
     * @param story what is counted of it within the period
     * @param before how many articles of it the period before has
     */
    @Schema(name = "MovingStory")
    public record MovingItem(StoryItem story, long before, StretchesItem course) {}

    @Schema(name = "Troubles")
    public record Troubles(long total, List<TroubleItem> items) {}

    @GET
    @Operation(summary = "What is new in a period, block by block: the first rows of each, and how many there are")
    public TodayItem today(@BeanParam Span span, @Context UriInfo uri) {
        var question = questions.of(uri);
        TodayPage page =
                news.of(question.control(), questions.reader(), viewer.get().instanceAdmin());
        return new TodayItem(
                question.told(),
                page.steps() == null ? null : item(page.steps().counts()),
                new NewClaims(
                        page.newClaims().counted().rows(),
                        page.newClaims().counted().more(),
                        before(page.newClaims()),
                        page.newClaims().rows().stream().map(ItemsOf::claim).toList()),
                new Contradictions(
                        page.contradictions().counted().rows(),
                        page.contradictions().counted().more(),
                        before(page.contradictions()),
                        page.contradictions().rows().stream().map(this::item).toList()),
                new ReversalsMade(
                        page.reversals().counted().rows(),
                        page.reversals().counted().more(),
                        before(page.reversals()),
                        page.reversals().rows().stream().map(this::item).toList()),
                speakers(page.newSpeakers()),
                new Spikes(
                        page.spikes().counted().rows(),
                        page.spikes().counted().more(),
                        before(page.spikes()),
                        page.spikes().rows().stream().map(TodayApi::item).toList()),
                new MovingStories(
                        page.stories().counted().rows(),
                        page.stories().counted().more(),
                        before(page.stories()),
                        page.stories().rows().stream()
                                .map(moving -> new MovingItem(
                                        ItemsOf.story(moving.story()), moving.before(), item(moving.course())))
                                .toList()),
                new Troubles(
                        page.trouble().counted().rows(),
                        page.trouble().rows().stream().map(TroubleItem::of).toList()));
    }

    private static @Nullable Long before(Block<?> block) {
        return block.before() == null ? null : block.before().rows();
    }

    private ContradictionItem item(Contradiction row) {
        return new ContradictionItem(ItemsOf.claim(row.claim()), one(row.asserts()), one(row.denies()));
    }

    private TurnItem item(Reversal row) {
        return new TurnItem(row.turn().matter(), row.turn().claimId(), one(row.before()), one(row.after()));
    }

    private StatementItem one(StatementCard card) {
        return items.statements(List.of(card.id())).getFirst();
    }

    private static NewSpeakers speakers(Block<NewSpeaker> block) {
        return new NewSpeakers(
                block.counted().rows(),
                block.counted().more(),
                before(block),
                block.rows().stream()
                        .map(row -> new NewSpeakerItem(
                                row.actorId(),
                                row.name(),
                                row.affiliation(),
                                row.statements(),
                                row.outlets(),
                                row.first().iso()))
                        .toList());
    }

    static SpikeItem item(Spike row) {
        return new SpikeItem(row.name(), row.kind(), row.now(), row.before(), item(row.course()), row.href());
    }

    private static StretchesItem item(Sparkline course) {
        Map<Boolean, List<Long>> counts = course.columns().stream()
                .collect(Collectors.partitioningBy(
                        Column::before, Collectors.mapping(Column::count, Collectors.toList())));
        return new StretchesItem(counts.getOrDefault(true, List.of()), counts.getOrDefault(false, List.of()));
    }

    private static StepsItem item(Counts counts) {
        return new StepsItem(
                counts.outlets(),
                counts.feeds(),
                counts.polled(),
                counts.failing(),
                counts.announced(),
                counts.fetched(),
                counts.refused(),
                counts.analysed(),
                counts.statements(),
                counts.claim());
    }
}
