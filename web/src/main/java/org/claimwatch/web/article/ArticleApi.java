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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimwatch.common.article.Article;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Items.StanceItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.article.AlsoPublished.Copy;
import org.claimwatch.web.article.ArticlePage.Origin;
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
    private final OriginOfVersion origins;
    private final CopiesOfArticle copies;

    public ArticleApi(
            Questions questions,
            ItemsOf items,
            GoneArticles goneArticles,
            VersionOfArticle versions,
            OriginOfVersion origins,
            CopiesOfArticle copies) {
        this.questions = questions;
        this.items = items;
        this.goneArticles = goneArticles;
        this.versions = versions;
        this.origins = origins;
        this.copies = copies;
    }

    /**
     * An article's version with its statements.
     *
     * @param text as stored: what spans count in
     * @param fetched when the version's page was
     * @param analysed whether the machine has read the version; until it has, that there are no statements says nothing
     * @param withdrawn null as long as the outlet has it
     * @param origin whom the text names as its first publisher; null where it names nobody
     * @param ownVoice stances of the outlet itself, outside all that it quotes
     * @param alsoPublished null where no other outlet published nearly the same
     */
    @Schema(name = "ArticleAlone")
    public record ArticleAlone(
            ArticleItem article,
            Instant fetched,
            boolean analysed,
            @Schema(nullable = true) @Nullable WithdrawnItem withdrawn,
            @Schema(nullable = true) @Nullable OriginItem origin,
            List<String> authors,
            @Schema(nullable = true) @Nullable String section,
            String text,
            List<Integer> versions,
            @Schema(nullable = true) @Nullable Long story,
            List<OwnVoiceItem> ownVoice,
            List<StatementItem> statements,
            @Schema(nullable = true) @Nullable AlsoPublishedItem alsoPublished) {}

    /** When the outlet took the article away, and what it answered then. */
    @Schema(name = "Withdrawn")
    public record WithdrawnItem(Instant at, String reason) {}

    /**
     * Whom the text names as its first publisher.
     *
     * @param words that do so
     * @param span where these stand in the text, in code points; null where the byline has them
     * @param outlet the id of the outlet of that name; null if none is held
     */
    @Schema(name = "NamedOrigin")
    public record OriginItem(
            String name,
            String words,
            @Schema(nullable = true) @Nullable SpanItem span,
            @Schema(nullable = true) @Nullable Long outlet) {}

    /**
     * The other outlets that published nearly the same text, and who had it first.
     *
     * @param first may be the article itself
     * @param dayOnly outlets that gave only the day on which the first one published: whether they were earlier nobody knows
     */
    @Schema(name = "AlsoPublished")
    public record AlsoPublishedItem(FirstItem first, List<CopyItem> copies, List<String> dayOnly) {}

    /** Who published it first. */
    @Schema(name = "FirstPublished")
    public record FirstItem(long article, Named outlet, Instant published, boolean dayOnly) {}

    /**
     * Nearly the same text at another outlet.
     *
     * @param percent runs of four words that both texts have, as a share of those of the two on average
     * @param whole whether nearly all of the shorter text stands in the longer one
     * @param dayOnly whether the outlet gave a day and no time
     * @param origin whom it names as its first publisher
     */
    @Schema(name = "ArticleCopy")
    public record CopyItem(
            long article,
            Named outlet,
            String title,
            @Schema(nullable = true) @Nullable String language,
            int percent,
            boolean whole,
            Instant published,
            boolean dayOnly,
            @Schema(nullable = true) @Nullable String origin) {}

    @Schema(name = "OwnVoice")
    public record OwnVoiceItem(StanceItem stance, SpanItem evidence) {}

    @GET
    @Operation(summary = "One article with its text and statements, by its newest version that the machine has read")
    public ArticleAlone article(
            @RestPath long id,
            @Parameter(description = "Another version, by its number") @QueryParam("version") @Nullable String version,
            @Context UriInfo uri) {
        goneArticles.of(id, questions.reader()).ifPresent(gone -> {
            throw new Refused(Problem.gone(
                    gone.heading(),
                    "%s %s".formatted(gone.explanation(), gone.advice()),
                    gone.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    gone.at() == null ? null : gone.at().iso()));
        });
        var shown = versions.of(id, Address.of(uri).get("version")).orElseThrow(NotFoundException::new);
        ArticleItem item = items.articles(List.of(shown.id())).getFirst();
        return new ArticleAlone(
                item,
                shown.version().fetchedAt,
                shown.version().analysedAt != null,
                withdrawn(shown.version().article),
                origins.of(shown.id()).map(ArticleApi::item).orElse(null),
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
                items.statements(shown.statements()),
                copies.of(id, questions.reader()).map(ArticleApi::item).orElse(null));
    }

    private static @Nullable WithdrawnItem withdrawn(Article article) {
        return article.withdrawnAt == null
                ? null
                : new WithdrawnItem(article.withdrawnAt, String.valueOf(article.withdrawnReason));
    }

    private static OriginItem item(Origin origin) {
        Integer start = origin.spanStart();
        Integer end = origin.spanEnd();
        return new OriginItem(
                origin.name(),
                origin.evidence(),
                start == null || end == null ? null : new SpanItem(start, end),
                origin.outletId());
    }

    private static AlsoPublishedItem item(AlsoPublished also) {
        Copy first = also.first();
        return new AlsoPublishedItem(
                new FirstItem(
                        first.articleId(),
                        new Named(first.outletId(), first.outlet()),
                        first.published().moment(),
                        first.published().dayOnly()),
                also.copies().stream().map(ArticleApi::item).toList(),
                also.dayOnly());
    }

    private static CopyItem item(Copy copy) {
        return new CopyItem(
                copy.articleId(),
                new Named(copy.outletId(), copy.outlet()),
                copy.title(),
                copy.lang().isEmpty() ? null : copy.lang(),
                copy.percent(),
                copy.whole(),
                copy.published().moment(),
                copy.published().dayOnly(),
                copy.origin());
    }
}
