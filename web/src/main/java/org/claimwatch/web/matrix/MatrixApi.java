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
import java.util.Comparator;
import java.util.List;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.matrix.StancesOfPeriod.Tally;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The stance matrix, cell by cell, for programs. */
@Path("/api/v1/matrix")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MatrixApi {
    private static final Comparator<Tally> ORDER =
            Comparator.comparingLong(Tally::holderId).thenComparing(Tally::target);

    private final Questions questions;
    private final StancesOfPeriod stances;

    public MatrixApi(Questions questions, StancesOfPeriod stances) {
        this.questions = questions;
        this.stances = stances;
    }

    /**
     * How often one holder took which side toward one target.
     *
     * @param doubtful readings that the machine doubts: they are in none of the others
     */
    @Schema(name = "Cell")
    public record CellItem(
            Named holder, String target, long favour, long against, long neutral, long doubtful, String href) {}

    @GET
    @Operation(summary = "Stances of speakers, or of outlets in their own voice, by target; the two are never added up")
    public Listing<CellItem> matrix(
            @BeanParam Asking asking,
            @Parameter(description = "outlet for outlets in their own voice; speakers if left out")
                    @QueryParam("by")
                    @Nullable String by,
            @Parameter(description = "Part of the holder's name") @QueryParam("holder") @Nullable String holder,
            @Parameter(description = "Part of the target's name") @QueryParam("target") @Nullable String target,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        if (by != null && !by.isEmpty() && !by.equals("outlet")) {
            throw Questions.bad("by= takes outlet; speakers if left out.");
        }
        boolean outlets = "outlet".equals(by);
        List<Tally> cells = tallies(question, outlets).stream().sorted(ORDER).toList();
        String after = question.here().get("after");
        List<Tally> rest = after == null ? cells : beyond(cells, after);
        List<Tally> shown = rest.subList(0, Math.min(question.limit(), rest.size()));
        return Lists.part(
                        cells.size(),
                        question,
                        true,
                        shown.stream().map(tally -> item(tally, outlets)).toList(),
                        shown.size() < rest.size()
                                ? "%d.%s"
                                        .formatted(
                                                shown.getLast().holderId(),
                                                shown.getLast().target())
                                : null)
                .beside(question.before(
                        "stances",
                        earlier -> Total.exactly(tallies(earlier, outlets).stream()
                                .mapToLong(Tally::sure)
                                .sum())));
    }

    private List<Tally> tallies(Question question, boolean outlets) {
        Condition matching = question.matching(ResultKind.STATEMENTS);
        return MatrixOf.matching(
                question.here(),
                outlets
                        ? stances.ofOutlets(question.period(), matching)
                        : stances.ofSpeakers(question.period(), matching));
    }

    private static List<Tally> beyond(List<Tally> cells, String after) {
        int dot = after.indexOf('.');
        if (dot < 0 || !after.substring(0, dot).matches("[0-9]{1,18}")) {
            throw Questions.badPlace("after");
        }
        var place = new Tally(Long.parseLong(after.substring(0, dot)), "", after.substring(dot + 1), 0, 0, 0, 0);
        return cells.stream().filter(cell -> ORDER.compare(cell, place) > 0).toList();
    }

    private static CellItem item(Tally tally, boolean outlets) {
        return new CellItem(
                new Named(tally.holderId(), tally.holder()),
                tally.target(),
                tally.favour(),
                tally.against(),
                tally.neutral(),
                tally.doubtful(),
                (outlets ? "/outlets/" : "/actors/") + tally.holderId());
    }
}
