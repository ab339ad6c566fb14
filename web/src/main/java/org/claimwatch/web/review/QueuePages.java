package org.claimwatch.web.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.review.QueuePage.ClaimField;
import org.claimwatch.web.review.QueuePage.Item;
import org.claimwatch.web.review.QueuePage.StanceField;
import org.claimwatch.web.review.QueuePage.Stretch;
import org.claimwatch.web.review.QueuePage.Undo;
import org.claimwatch.web.review.ReviewQueue.Of;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.ReviewWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One reading after the other, by forms; a script only lends them keys. */
@Path("/teams/{slug}/reviews")
@RunOnVirtualThread
public class QueuePages {
    private final ReviewQueue queue;
    private final ReviewsOfTeam reviews;
    private final Sitting sitting;
    private final Corrections corrections;
    private final StatementCards cards;
    private final EntityManager entities;
    private final CurrentReader reader;
    private final CurrentViewer viewer;
    private final Clock clock;

    public QueuePages(
            ReviewQueue queue,
            ReviewsOfTeam reviews,
            Sitting sitting,
            Corrections corrections,
            StatementCards cards,
            EntityManager entities,
            CurrentReader reader,
            CurrentViewer viewer,
            Clock clock) {
        this.queue = queue;
        this.reviews = reviews;
        this.sitting = sitting;
        this.corrections = corrections;
        this.cards = cards;
        this.entities = entities;
        this.reader = reader;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance queue(QueuePage page);
    }

    @GET
    @Path("/queue")
    @Needs(Role.ANALYST)
    @Transactional
    public TemplateInstance queue(@RestQuery @Nullable String of) {
        var next = queue.next(Of.of(of), viewer.memberOfThis(), viewer.get().accountId());
        return page(
                Of.of(of),
                next.map(waiting -> item(entities.find(Statement.class, waiting.id()), waiting.why(), null))
                        .orElse(null),
                List.of());
    }

    @POST
    @Path("/skip")
    @Needs(Role.ANALYST)
    @Transactional
    public Response skip(@RestForm long statement, @RestForm @Nullable String of) {
        queue.skip(viewer.memberOfThis(), viewer.get().accountId(), statement);
        return toQueue(of);
    }

    @POST
    @Path("/correct")
    @Needs(Role.ANALYST)
    @Transactional
    public Response correct(
            @RestForm long statement,
            @RestForm @Nullable String comment,
            @RestForm @Nullable String of,
            @BeanParam Correction correction) {
        Statement reviewed = entities.find(Statement.class, statement);
        if (reviewed == null) {
            throw new NotFoundException();
        }
        if (correction.looks()) {
            return Response.ok(correcting(of, reviewed, correction, List.of())).build();
        }
        Review review = reviews.draft(
                viewer.memberOfThis(),
                viewer.get().accountId(),
                reviewed,
                Verdict.CORRECTED,
                ReviewPages.comment(comment));
        List<String> problems = corrections.onto(review, reviewed, correction);
        if (!problems.isEmpty()) {
            return Response.status(422)
                    .entity(correcting(of, reviewed, correction, problems))
                    .build();
        }
        reviews.persist(review);
        return toQueue(of);
    }

    private TemplateInstance correcting(
            @Nullable String of, Statement reviewed, Correction correction, List<String> problems) {
        return page(Of.of(of), item(reviewed, ReviewWords.SAY.correcting(), correction), problems);
    }

    /** One's own alone; it stays in the history as undone. */
    @POST
    @Path("/{id:\\d+}/undo")
    @Needs(Role.ANALYST)
    @Transactional
    public Response undo(@RestPath long id, @RestForm @Nullable String of) {
        Review review =
                reviews.own(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        review.undoneAt = clock.instant();
        return toQueue(of);
    }

    @POST
    @Path("/skip/undo")
    @Needs(Role.ANALYST)
    @Transactional
    public Response unskip(@RestForm long skip, @RestForm @Nullable String of) {
        if (!sitting.unskip(viewer.memberOfThis(), viewer.get().accountId(), skip)) {
            throw new NotFoundException();
        }
        return toQueue(of);
    }

    private Response toQueue(@Nullable String of) {
        return Back.to(viewer.memberOfThis().home() + "/reviews/queue" + (Of.of(of) == Of.BASKET ? "?of=basket" : ""));
    }

    private TemplateInstance page(Of of, @Nullable Item item, List<String> problems) {
        Member member = viewer.memberOfThis();
        long account = viewer.get().accountId();
        return Templates.queue(new QueuePage(
                member,
                of == Of.BASKET,
                item,
                queue.progress(of, member, account, reader.get().startOfDay()),
                sitting.last(member, account).map(act -> Undo.of(act, member)).orElse(null),
                problems));
    }

    private Item item(Statement statement, String why, @Nullable Correction entered) {
        StatementCard card = cards.of(List.of(Objects.requireNonNull(statement.id)), reader.get())
                .getFirst();
        return new Item(
                card,
                why,
                Stretch.of(statement, entered),
                entered == null || entered.speaker == null ? statement.speakerName : entered.speaker,
                StanceField.of(statement, entered),
                ClaimField.of(
                        card.side(), entered, entered == null ? List.of() : corrections.found(statement, entered)),
                entered != null);
    }
}
