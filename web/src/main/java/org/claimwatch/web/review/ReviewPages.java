package org.claimwatch.web.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.review.ReviewList.ReviewLine;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.ReviewWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A team's reviews, and the form on every statement card that adds one. */
@Path("/teams/{slug}/reviews")
@RunOnVirtualThread
public class ReviewPages {
    private static final int LONGEST_COMMENT = 2000;

    private final ReviewsOfTeam reviews;
    private final StatementCards cards;
    private final EntityManager entities;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public ReviewPages(
            ReviewsOfTeam reviews,
            StatementCards cards,
            EntityManager entities,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.reviews = reviews;
        this.cards = cards;
        this.entities = entities;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance reviews(ReviewList page);
    }

    @GET
    public TemplateInstance reviews(@Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        var slice = reviews.slice(member, Address.of(uri), Paging.SIZE);
        List<Review> found = slice.rows();
        Map<Long, StatementCard> still = cards
                .of(
                        found.stream()
                                .filter(review -> review.statement != null)
                                .map(review -> Objects.requireNonNull(Objects.requireNonNull(review.statement).id))
                                .distinct()
                                .toList(),
                        reader.get())
                .stream()
                .collect(Collectors.toMap(StatementCard::id, Function.identity()));
        return Templates.reviews(new ReviewList(
                member,
                found.stream().map(review -> line(review, still)).toList(),
                slice.paging(Total.exactly(reviews.of(member)))));
    }

    @POST
    @Needs(Role.ANALYST)
    @Transactional
    public Response review(
            @RestForm long statement,
            @RestForm @Nullable Verdict verdict,
            @RestForm @Nullable String comment,
            @RestForm @Nullable String back) {
        Statement reviewed = entities.find(Statement.class, statement);
        if (reviewed == null) {
            throw new NotFoundException();
        }
        if (verdict == null || verdict == Verdict.CORRECTED) {
            throw new BadRequestException(ReviewWords.SAY.acceptsOrRejects());
        }
        String said = comment(comment);
        Member member = viewer.memberOfThis();
        reviews.add(member, viewer.get().accountId(), reviewed, verdict, said);
        return Back.to(back, member.home() + "/reviews");
    }

    static @Nullable String comment(@Nullable String comment) {
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw new BadRequestException(ReviewWords.SAY.longComment());
        }
        return said;
    }

    private ReviewLine line(Review review, Map<Long, StatementCard> still) {
        var version = review.articleVersion;
        return new ReviewLine(
                review.account.name,
                review.verdict,
                review.comment,
                review.undoneAt != null,
                reader.get().when(review.createdAt),
                review.speakerName,
                new TextSpan(review.contentStart, review.contentEnd).cut(version.text),
                "/articles/%d?version=%d".formatted(version.article.id, version.number),
                review.statement == null ? null : still.get(review.statement.id));
    }
}
