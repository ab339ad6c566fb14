package org.claimwatch.web.story;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Items.StanceItem;
import org.claimwatch.web.api.Items.StoryItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.reading.StoryLine;
import org.claimwatch.web.reading.StoryLine.Moved;
import org.claimwatch.web.story.StoryPage.Telling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of stories, and each of them, for programs. */
@Path("/api/v1/stories")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StoryApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final Stories stories;
    private final TellingsOfStory tellings;

    public StoryApi(Questions questions, Lists lists, ItemsOf items, Stories stories, TellingsOfStory tellings) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.stories = stories;
        this.tellings = tellings;
    }

    /**
     * A story of a list; its articles, outlets, first and last are of all time.
     *
     * @param within the same, of the articles that the query matches within the period
     * @param before how many of these the period before has; null unless those that move were asked for
     */
    @Schema(name = "ListedStory")
    public record ListedItem(
            long id,
            String title,
            long articles,
            long outlets,
            Instant first,
            Instant last,
            WithinItem within,
            @Schema(nullable = true) @Nullable Long before,
            String href) {}

    @Schema(name = "StoryWithin")
    public record WithinItem(long articles, long outlets, Instant first, Instant last) {}

    /** An event as each outlet tells it. */
    @Schema(name = "StoryAlone")
    public record StoryAlone(StoryItem story, List<TellingItem> tellings, List<ClaimItem> claims) {}

    /**
     * What one outlet reports.
     *
     * @param lead the id of the first claim that one meets in it
     * @param speakers whom it quotes, six at most, those most quoted first
     * @param leavesOut ids of claims that two others at least carry and it does not
     */
    @Schema(name = "Telling")
    public record TellingItem(
            Named outlet,
            List<ReportItem> articles,
            @Schema(nullable = true) @Nullable Long lead,
            List<Named> speakers,
            List<StanceItem> ownStances,
            List<Long> leavesOut) {}

    /**
     * One article of it.
     *
     * @param dayOnly whether the outlet gave a day and no time
     */
    @Schema(name = "Report")
    public record ReportItem(long id, String title, Instant published, boolean dayOnly) {}

    @GET
    @Operation(summary = "Stories of articles that a query matches, newest first")
    public Listing<ListedItem> stories(
            @BeanParam Asking asking,
            @Parameter(description = "moving: those told more than usual, which rose most first; all if left out")
                    @QueryParam("show")
                    @Nullable String show,
            @Parameter(
                            description =
                                    "told: those that most outlets tell first, as the page has them; the newest first if left out")
                    @QueryParam("order")
                    @Nullable String order,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        if (show != null && !show.isEmpty()) {
            if (!show.equals("moving")) {
                throw Questions.bad("show= takes moving; all stories if left out.");
            }
            return moving(question)
                    .beside(question.before(
                            "stories",
                            earlier -> StoriesAsked.moving(earlier.query(), earlier.period())
                                    .map(stories::movingTotal)
                                    .orElse(Total.NONE)));
        }
        var asked = StoriesAsked.of(question.query(), question.period());
        if (order != null && !order.isEmpty()) {
            if (!order.equals("told")) {
                throw Questions.bad("order= takes told; the newest first if left out.");
            }
            Address place = Lists.place(question, Stories.MOST_TOLD);
            return Lists.of(
                            stories.total(asked),
                            question,
                            true,
                            stories.counted(asked, place, question.limit()).map(found -> listed(found, Map.of())))
                    .beside(before(question));
        }
        return lists.of(
                        ResultKind.STORIES,
                        question.condition(ResultKind.STORIES),
                        question,
                        true,
                        ids -> listed(stories.counts(asked, ids), Map.of()))
                .beside(before(question));
    }

    private Listing.@Nullable Before before(Question question) {
        return question.before("stories", earlier -> stories.total(StoriesAsked.of(earlier.query(), earlier.period())));
    }

    private Listing<ListedItem> moving(Question question) {
        Address place = Lists.place(question, Stories.ROSE_MOST);
        return StoriesAsked.moving(question.query(), question.period())
                .map(usual -> Lists.of(
                        stories.movingTotal(usual),
                        question,
                        true,
                        stories.moving(usual, place, question.limit(), questions.reader())
                                .map(this::moved)))
                .orElseGet(() -> Lists.of(Total.NONE, question, true, new Slice<>(List.of(), null, null)));
    }

    private List<ListedItem> moved(List<Moved> found) {
        return listed(
                found.stream().map(moved -> moved.story().facts()).toList(),
                found.stream().collect(Collectors.toMap(moved -> moved.story().id(), Moved::before)));
    }

    private List<ListedItem> listed(List<StoryLine.Facts> within, Map<Long, Long> before) {
        Map<Long, StoryItem> whole = items
                .stories(within.stream().map(StoryLine.Facts::id).toList())
                .stream()
                .collect(Collectors.toMap(StoryItem::id, Function.identity()));
        return within.stream()
                .flatMap(counted -> Optional.ofNullable(whole.get(counted.id())).stream()
                        .map(story -> new ListedItem(
                                story.id(),
                                story.title(),
                                story.articles(),
                                story.outlets(),
                                story.first(),
                                story.last(),
                                new WithinItem(counted.articles(), counted.outlets(), counted.first(), counted.last()),
                                before.get(story.id()),
                                story.href())))
                .toList();
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One story, outlet by outlet")
    public StoryAlone story(@RestPath long id) {
        StoryPage page = tellings.of(id, questions.reader()).orElseThrow(NotFoundException::new);
        return new StoryAlone(
                ItemsOf.story(page.story()),
                page.tellings().stream().map(StoryApi::telling).toList(),
                page.claims().stream().map(ItemsOf::claim).toList());
    }

    private static TellingItem telling(Telling telling) {
        ClaimLine lead = telling.lead();
        return new TellingItem(
                new Named(telling.outletId(), telling.outlet()),
                telling.reports().stream()
                        .map(report -> new ReportItem(
                                report.articleId(),
                                report.title(),
                                report.published().moment(),
                                report.published().dayOnly()))
                        .toList(),
                lead == null ? null : lead.id(),
                telling.speakers().stream()
                        .map(speaker -> new Named(speaker.id(), speaker.name()))
                        .toList(),
                telling.stances().stream().map(ItemsOf::stance).toList(),
                telling.leavesOut().stream().map(ClaimLine::id).toList());
    }
}
