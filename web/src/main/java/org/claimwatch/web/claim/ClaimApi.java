package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.claim.ClaimPage.Related;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of claims, and each of them, for programs. */
@Path("/api/v1/claims")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ClaimApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final RelatedOfClaim related;
    private final Claims claims;
    private final StandingClaims standing;
    private final Merged merged;

    public ClaimApi(
            Questions questions,
            Lists lists,
            ItemsOf items,
            RelatedOfClaim related,
            Claims claims,
            StandingClaims standing,
            Merged merged) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.related = related;
        this.claims = claims;
        this.standing = standing;
        this.merged = merged;
    }

    /** A claim, and the others that have to do with it; what is said of it is at {@code statements}. */
    @Schema(name = "ClaimAlone")
    public record ClaimAlone(ClaimItem claim, List<RelatedClaims> related, String statements) {}

    /**
     * Claims that have one thing to do with another.
     *
     * @param evidence the words that say so, where the claims' own words do not
     */
    @Schema(name = "RelatedClaims")
    public record RelatedClaims(String relation, List<ClaimItem> claims, List<RelationItem> evidence) {}

    /**
     * Words of a statement that take back or support a claim.
     *
     * @param claim the other claim
     * @param span code points in the text of the article's version
     */
    @Schema(name = "RelationEvidence")
    public record RelationItem(
            long claim,
            long statement,
            long article,
            int version,
            String speaker,
            String outlet,
            String words,
            SpanItem span) {}

    @GET
    @Operation(summary = "Claims that the statements of a query make")
    public Listing<ClaimItem> claims(
            @BeanParam Asking asking,
            @Parameter(description = "new: nobody had said so before the period; contested: asserted and denied")
                    @QueryParam("show")
                    @Nullable String show,
            @Parameter(
                            description =
                                    "worth, recent (when first said) or outlets, as the page orders them; those said last first if left out")
                    @QueryParam("order")
                    @Nullable String order,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        if (show != null && !show.isEmpty() && !show.equals("new") && !show.equals("contested")) {
            throw Questions.bad("show= takes new or contested; all claims if left out.");
        }
        var asked = asked(question);
        Listing<ClaimItem> found = order == null || order.isEmpty()
                ? lists.of(
                        ResultKind.CLAIMS,
                        Claims.meeting(asked.condition(), asked.demand()),
                        question,
                        true,
                        items::claims)
                : ordered(asked, question, order);
        return found.beside(question.before("claims", earlier -> {
            var before = asked(earlier);
            return claims.total(before.condition(), before.demand());
        }));
    }

    private static ClaimsAsked asked(Question question) {
        return ClaimsAsked.of(
                question.here(),
                question.matching(ResultKind.CLAIMS),
                question.period().from(),
                question.period().to());
    }

    private Listing<ClaimItem> ordered(ClaimsAsked asked, Question question, String order) {
        if (!asked.order().word().equals(order)) {
            throw Questions.bad("order= takes worth, recent or outlets.");
        }
        Address place = Lists.place(question, asked.order().falling());
        return Lists.of(
                claims.total(asked.condition(), asked.demand()),
                question,
                true,
                claims.slice(asked.condition(), asked.demand(), asked.order(), place, question.limit())
                        .map(items::claims));
    }

    @GET
    @Path("/{id:\\d+}")
    @Operation(summary = "One claim with the claims that it has to do with")
    public ClaimAlone claim(@RestPath long id, @Context UriInfo uri) {
        merged.claim(id, uri);
        return new ClaimAlone(
                ItemsOf.claim(standing.of(id, questions.reader())),
                related.of(id, questions.reader()).stream().map(ClaimApi::item).toList(),
                "/api/v1/statements?claim=" + id);
    }

    private static RelatedClaims item(Related group) {
        return new RelatedClaims(
                group.relation(),
                group.claims().stream().map(one -> ItemsOf.claim(one.claim())).toList(),
                group.claims().stream()
                        .flatMap(one -> one.shown().stream()
                                .map(words -> new RelationItem(
                                        one.claim().id(),
                                        words.statementId(),
                                        words.articleId(),
                                        words.version(),
                                        words.speaker(),
                                        words.outlet(),
                                        words.words(),
                                        new SpanItem(words.start(), words.end()))))
                        .toList());
    }
}
