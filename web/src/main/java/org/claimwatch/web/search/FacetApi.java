package org.claimwatch.web.search;

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
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.api.Span;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a query's matches are spread, for programs. */
@Path("/api/v1/facets")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FacetApi {
    private final Questions questions;
    private final Facets facets;

    public FacetApi(Questions questions, Facets facets) {
        this.questions = questions;
        this.facets = facets;
    }

    @Schema(name = "Facets")
    public record FacetItems(Listing.Within period, List<ValueItem> items) {}

    /**
     * One value of one facet.
     *
     * @param facet speaker, outlet, stance, form, country, lang or month
     * @param count of matches that have it; at least so many where {@code atLeast} is true
     * @param q the query narrowed by it
     */
    @Schema(name = "FacetValue")
    public record ValueItem(String facet, String value, long count, boolean atLeast, String q) {}

    @GET
    @Operation(
            summary =
                    "How many of a query's matches have which speaker, outlet, stance, form, country, language, month")
    public FacetItems facets(
            @Parameter(description = "A query in the language of search and monitors; all if left out")
                    @QueryParam("q")
                    @Nullable String q,
            @Parameter(description = "statements (unless said), articles, claims or stories: what is counted")
                    @QueryParam("as")
                    @Nullable String as,
            @BeanParam Span span,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        ResultKind kind = ResultKind.of(as);
        if (as != null && !kind.word().equals(as)) {
            throw Questions.bad("as= takes statements, articles, claims or stories.");
        }
        Scope scope = kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT;
        var within = question.period();
        return new FacetItems(
                question.told(),
                facets.values(kind, question.query(), asked -> asked.within(scope, within.from(), within.to())).stream()
                        .map(value -> new ValueItem(
                                value.facet(),
                                value.value(),
                                value.count(),
                                value.more(),
                                Facets.narrowed(question.query(), value).text()))
                        .toList());
    }
}
