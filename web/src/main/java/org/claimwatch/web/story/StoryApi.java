package org.claimwatch.web.story;

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
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.story.StoryPage.Telling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private final TellingsOfStory tellings;

    public StoryApi(Questions questions, Lists lists, ItemsOf items, TellingsOfStory tellings) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.tellings = tellings;
    }

    /** An event as each outlet tells it. */
    @Schema(name = "StoryAlone")
    public record StoryAlone(StoryItem story, List<TellingItem> tellings, List<ClaimItem> claims) {}

    /**
     * What one outlet reports.
     *
     * @param lead the id of the first claim that one meets in it
     * @param leavesOut ids of claims that two others at least carry and it does not
     */
    @Schema(name = "Telling")
    public record TellingItem(
            Named outlet,
            List<ReportItem> articles,
            @Schema(nullable = true) @Nullable Long lead,
            List<String> speakers,
            List<StanceItem> ownStances,
            List<Long> leavesOut) {}

    @Schema(name = "Report")
    public record ReportItem(long id, String title, Instant published) {}

    @GET
    @Operation(summary = "Stories of articles that a query matches, newest first")
    public Listing<StoryItem> stories(@BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return lists.of(ResultKind.STORIES, question.condition(ResultKind.STORIES), question, true, items::stories);
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
                                report.published().moment()))
                        .toList(),
                lead == null ? null : lead.id(),
                telling.speakers().stream().map(StoryPage.Speaker::name).toList(),
                telling.stances().stream().map(ItemsOf::stance).toList(),
                telling.leavesOut().stream().map(ClaimLine::id).toList());
    }
}
