package org.claimwatch.web.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.review.ReviewQueue.Of;
import org.claimwatch.web.review.ReviewQueue.Progress;
import org.claimwatch.web.review.ReviewQueue.Waiting;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Which reading waits for a person, for programs; judging it is a person's, on the page. */
@Path("/api/v1/teams/{slug}/reviews/queue")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class QueueApi {
    private final ReviewQueue queue;
    private final ItemsOf items;
    private final Questions questions;
    private final CurrentViewer viewer;

    public QueueApi(ReviewQueue queue, ItemsOf items, Questions questions, CurrentViewer viewer) {
        this.queue = queue;
        this.items = items;
        this.questions = questions;
        this.viewer = viewer;
    }

    /**
     * The queue of whoever asks.
     *
     * @param atLeast whether more wait than were counted
     * @param today how many that person has judged today, on the clocks of their zone
     * @param next null once nothing waits
     */
    @Schema(name = "ReviewQueue")
    public record QueueItem(
            long waiting,
            boolean atLeast,
            long today,
            long lastHour,
            @Schema(nullable = true) @Nullable NextItem next) {}

    /**
     * The reading on which a verdict helps most.
     *
     * @param why it comes before the others
     * @param href where it is judged
     */
    @Schema(name = "NextToReview")
    public record NextItem(StatementItem statement, String why, String href) {}

    @GET
    @Needs(Role.ANALYST)
    @Transactional
    @Operation(summary = "Your review queue: how many readings wait, and the one to judge next; for analysts")
    public QueueItem queue(
            @RestPath String slug,
            @Parameter(description = "basket: of your basket alone") @QueryParam("of") @Nullable String of) {
        if (of != null && !of.equals("basket")) {
            throw Questions.bad("of= takes basket; the whole queue if left out.");
        }
        Of whence = Of.of(of);
        Member member = viewer.memberOfThis();
        long account = viewer.get().accountId();
        Progress progress =
                queue.progress(whence, member, account, questions.reader().startOfDay());
        return new QueueItem(
                progress.waiting(),
                progress.more(),
                progress.today(),
                progress.lastHour(),
                queue.next(whence, member, account)
                        .map(waiting -> item(waiting, member))
                        .orElse(null));
    }

    private @Nullable NextItem item(Waiting waiting, Member member) {
        return items.statements(List.of(waiting.id())).stream()
                .findFirst()
                .map(statement -> new NextItem(statement, waiting.why(), member.home() + "/reviews/queue"))
                .orElse(null);
    }
}
