package org.claimwatch.web.matrix;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Items.PlaceItem;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Items.StanceItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.matrix.StancesOfPeriod.OwnStance;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The evidence behind the matrix of outlets, for programs: a speaker's is its statements. */
@Path("/api/v1/matrix/own")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OwnVoiceApi {
    private final Questions questions;
    private final StancesOfPeriod stances;

    public OwnVoiceApi(Questions questions, StancesOfPeriod stances) {
        this.questions = questions;
        this.stances = stances;
    }

    /**
     * Where an outlet takes a side in its own voice, outside all that it quotes.
     *
     * @param words that say so
     * @param span where they stand in the text of the article's version, in code points, end not included
     * @param passage the sentences that they are in, with one more on either side
     * @param dayOnly whether the outlet gave a day and no time
     */
    @Schema(name = "OwnStance")
    public record OwnStanceItem(
            Named outlet,
            StanceItem stance,
            String words,
            SpanItem span,
            String passage,
            PlaceItem article,
            Instant published,
            boolean dayOnly,
            String href) {}

    @GET
    @Operation(summary = "Where outlets take sides in their own voice, newest first: a cell's rows, the doubtful too")
    public Listing<OwnStanceItem> own(
            @BeanParam Asking asking,
            @Parameter(description = "The id of an outlet; all if left out") @QueryParam("outlet") @Nullable String outlet,
            @Parameter(description = "The whole name of a target, as cells have it; any if left out")
                    @QueryParam("target")
                    @Nullable String target,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        Long id = Questions.id(question.here(), "outlet");
        String toward = question.here().get("target");
        return Lists.of(
                        total(question, id, toward),
                        question,
                        true,
                        stances.own(
                                        id,
                                        toward,
                                        question.period(),
                                        question.matching(ResultKind.STATEMENTS),
                                        new Slice.Asked(
                                                StancesOfPeriod.NEWEST,
                                                Lists.place(question, StancesOfPeriod.NEWEST),
                                                question.limit()))
                                .map(found ->
                                        found.stream().map(OwnVoiceApi::item).toList()))
                .beside(question.before("stances", earlier -> total(earlier, id, toward)));
    }

    /** As the cells say. */
    private Total total(Question question, @Nullable Long outlet, @Nullable String target) {
        return Total.exactly(stances.ofOutlets(question.period(), question.matching(ResultKind.STATEMENTS)).stream()
                .filter(tally -> outlet == null || tally.holderId() == outlet)
                .filter(tally -> target == null || tally.target().equals(target))
                .mapToLong(tally -> tally.sure() + tally.doubtful())
                .sum());
    }

    private static OwnStanceItem item(OwnStance own) {
        var text = new MarkedText(own.text());
        return new OwnStanceItem(
                new Named(own.outletId(), own.outlet()),
                ItemsOf.stance(own.sign()),
                text.cut(own.evidence()),
                new SpanItem(own.evidenceStart(), own.evidenceEnd()),
                text.cut(own.context()),
                new PlaceItem(own.articleId(), own.number(), own.title(), own.url(), own.language()),
                own.at(),
                own.publishedDayOnly(),
                "/articles/%d?version=%d".formatted(own.articleId(), own.number()));
    }
}
