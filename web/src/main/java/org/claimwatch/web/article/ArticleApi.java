package org.claimwatch.web.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Items.StanceItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Problem;
import org.claimwatch.web.layout.Refused;
import org.claimwatch.web.reading.StanceSign;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Each article, for programs. */
@Path("/api/v1/articles/{id:\\d+}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ArticleApi {
    private final Questions questions;
    private final ItemsOf items;
    private final GoneArticles goneArticles;
    private final VersionOfArticle versions;

    public ArticleApi(Questions questions, ItemsOf items, GoneArticles goneArticles, VersionOfArticle versions) {
        this.questions = questions;
        this.items = items;
        this.goneArticles = goneArticles;
        this.versions = versions;
    }

    /**
     * An article's version with its statements.
     *
     * @param text as stored: what spans count in
     * @param ownVoice stances of the outlet itself, outside all that it quotes
     */
    @Schema(name = "ArticleAlone")
    public record ArticleAlone(
            ArticleItem article,
            List<String> authors,
            @Schema(nullable = true) @Nullable String section,
            String text,
            List<Integer> versions,
            @Schema(nullable = true) @Nullable Long story,
            List<OwnVoiceItem> ownVoice,
            List<StatementItem> statements) {}

    @Schema(name = "OwnVoice")
    public record OwnVoiceItem(StanceItem stance, SpanItem evidence) {}

    @GET
    @Operation(summary = "One article with its text and statements, by its newest version that the machine has read")
    public ArticleAlone article(
            @RestPath long id,
            @Parameter(description = "Another version, by its number") @QueryParam("version") @Nullable String version,
            @Context UriInfo uri) {
        goneArticles.of(id, questions.reader()).ifPresent(gone -> {
            throw new Refused(Problem.of(410, gone.heading(), "%s %s".formatted(gone.explanation(), gone.advice())));
        });
        var shown = versions.of(id, Address.of(uri).get("version")).orElseThrow(NotFoundException::new);
        ArticleItem item = items.articles(List.of(shown.id())).getFirst();
        return new ArticleAlone(
                item,
                List.of(shown.version().authors),
                shown.version().section,
                shown.version().text,
                shown.numbers(),
                shown.story(),
                shown.own().stream()
                        .map(stance -> new OwnVoiceItem(
                                ItemsOf.stance(StanceSign.of(stance)),
                                new SpanItem(stance.evidence.start(), stance.evidence.end())))
                        .toList(),
                items.statements(shown.statements()));
    }
}
