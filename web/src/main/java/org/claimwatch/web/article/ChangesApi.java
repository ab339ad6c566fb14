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
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.article.Changes.Kind;
import org.claimwatch.web.article.Changes.Passage;
import org.claimwatch.web.article.ChangesOfArticle.Compared;
import org.claimwatch.web.layout.Address;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What an outlet changed in an article, for programs. */
@Path("/api/v1/articles/{id:\\d+}/changes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ChangesApi {
    private final ChangesOfArticle changes;

    public ChangesApi(ChangesOfArticle changes) {
        this.changes = changes;
    }

    /**
     * Two versions of an article, compared.
     *
     * @param versions the numbers of all that it has
     * @param text sentence by sentence in the order of the newer text; what was removed stands where it stood
     * @param cues reporting expressions that became others
     */
    @Schema(name = "ArticleChanges")
    public record ArticleChanges(
            long article,
            List<Integer> versions,
            SideItem from,
            SideItem to,
            long added,
            long removed,
            long changed,
            boolean titleChanged,
            List<PassageItem> text,
            List<CueItem> cues) {}

    /** One of the two versions. */
    @Schema(name = "ComparedVersion")
    public record SideItem(
            int version,
            String title,
            Instant fetched,
            @Schema(nullable = true) @Nullable Instant modified) {}

    /**
     * A sentence.
     *
     * @param kind same, added, removed or changed
     */
    @Schema(name = "ComparedSentence")
    public record PassageItem(String kind, List<PieceItem> pieces) {}

    /**
     * Words next to each other that are in the same versions.
     *
     * @param in both, before or after
     * @param span their code points in the text of the version that has them, the newer of two
     */
    @Schema(name = "ComparedWords")
    public record PieceItem(String in, String words, SpanItem span) {}

    /**
     * A reporting expression that became another.
     *
     * @param speaker whose words both report, where that is one person's
     */
    @Schema(name = "CueChange")
    public record CueItem(
            String before,
            String after,
            @Schema(nullable = true) @Nullable String speaker) {}

    @GET
    @Operation(
            summary =
                    "What one version of an article says otherwise than another: the newest than the one before, unless said")
    public ArticleChanges changes(
            @RestPath long id,
            @Parameter(description = "The number of the older version") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The number of the newer version") @QueryParam("to") @Nullable String to,
            @Context UriInfo uri) {
        return item(id, changes.compared(id, Address.of(uri)).orElseThrow(NotFoundException::new));
    }

    private static ArticleChanges item(long id, Compared compared) {
        Changes text = compared.text();
        return new ArticleChanges(
                id,
                compared.versions().stream().map(version -> version.number).toList(),
                side(compared.before()),
                side(compared.after()),
                text.count(Kind.ADDED),
                text.count(Kind.REMOVED),
                text.count(Kind.CHANGED),
                compared.titleChanged(),
                text.passages().stream().map(ChangesApi::item).toList(),
                compared.changedCues().stream()
                        .map(cue -> new CueItem(cue.before(), cue.after(), cue.speaker()))
                        .toList());
    }

    private static SideItem side(ArticleVersion version) {
        return new SideItem(version.number, version.title, version.fetchedAt, version.modifiedAt);
    }

    private static PassageItem item(Passage passage) {
        return new PassageItem(
                word(passage.kind()),
                passage.pieces().stream()
                        .map(piece ->
                                new PieceItem(word(piece.in()), piece.text(), new SpanItem(piece.start(), piece.end())))
                        .toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
