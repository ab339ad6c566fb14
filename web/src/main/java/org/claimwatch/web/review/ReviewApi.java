package org.claimwatch.web.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's reviews, for programs. */
@Path("/api/v1/teams/{slug}/reviews")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReviewApi {
    private final Questions questions;
    private final ReviewsOfTeam reviews;
    private final CurrentViewer viewer;

    public ReviewApi(Questions questions, ReviewsOfTeam reviews, CurrentViewer viewer) {
        this.questions = questions;
        this.reviews = reviews;
        this.viewer = viewer;
    }

    /**
     * A person's verdict on the machine's reading of one place in a text.
     *
     * @param span of what the machine took for said, in code points of the version's text
     * @param statement the reading's id; null once a new analysis has replaced it
     * @param undone whether its author took it back
     */
    @Schema(name = "Review")
    public record ReviewItem(
            long id,
            String verdict,
            @Schema(nullable = true) @Nullable String comment,
            String by,
            Instant at,
            boolean undone,
            long article,
            int version,
            SpanItem span,
            String words,
            String speaker,
            @Schema(nullable = true) @Nullable Long statement,
            CorrectionItem correction) {}

    /**
     * How the reading ought to be, field by field; null where the machine's stays.
     *
     * @param span from the first word that was said to the last
     * @param spans what was said between the two, without the narrator's words
     * @param noStance the target toward which the speaker takes no side
     * @param noClaim whether it makes no claim
     * @param claimPolarity whether it asserts or denies its claim
     */
    @Schema(name = "Correction")
    public record CorrectionItem(
            @Schema(nullable = true) @Nullable SpanItem span,
            @Schema(nullable = true) @Nullable List<SpanItem> spans,
            @Schema(nullable = true) @Nullable String speaker,
            @Schema(nullable = true) @Nullable String target,
            @Schema(nullable = true) @Nullable String stance,
            @Schema(nullable = true) @Nullable String noStance,
            @Schema(nullable = true) @Nullable Long claim,
            boolean noClaim,
            @Schema(nullable = true) @Nullable String claimPolarity) {}

    @GET
    @Operation(summary = "A team's reviews, newest first, of whatever period")
    public Listing<ReviewItem> reviews(@RestPath String slug, @BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Member member = viewer.memberOfThis();
        return Lists.of(
                Total.exactly(reviews.of(member)),
                question,
                false,
                reviews.slice(member, Lists.place(question, ReviewsOfTeam.NEWEST), question.limit())
                        .map(found -> found.stream().map(ReviewApi::item).toList()));
    }

    private static ReviewItem item(Review review) {
        var version = review.articleVersion;
        return new ReviewItem(
                Objects.requireNonNull(review.id),
                review.verdict.name().toLowerCase(Locale.ROOT),
                review.comment,
                review.account.name,
                review.createdAt,
                review.undoneAt != null,
                Objects.requireNonNull(version.article.id),
                version.number,
                new SpanItem(review.contentStart, review.contentEnd),
                new TextSpan(review.contentStart, review.contentEnd).cut(version.text),
                review.speakerName,
                review.statement == null ? null : review.statement.id,
                correction(review));
    }

    private static CorrectionItem correction(Review review) {
        List<TextSpan> said = review.correctedContent();
        return new CorrectionItem(
                said.isEmpty()
                        ? null
                        : new SpanItem(said.getFirst().start(), said.getLast().end()),
                said.isEmpty()
                        ? null
                        : said.stream()
                                .map(span -> new SpanItem(span.start(), span.end()))
                                .toList(),
                review.correctedSpeaker,
                review.correctedTarget,
                word(review.correctedPolarity),
                review.correctedNoStance,
                review.correctedClaim == null ? null : review.correctedClaim.id,
                review.correctedNoClaim,
                word(review.correctedClaimPolarity));
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
