package org.claimwatch.web.note;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.note.Notes.Beside;
import org.claimwatch.web.note.Notes.Noted;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's notes and tags, for programs. */
@Path("/api/v1/teams/{slug}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NoteApi {
    private final Questions questions;
    private final Notes notes;
    private final ItemsOf items;
    private final CurrentViewer viewer;

    public NoteApi(Questions questions, Notes notes, ItemsOf items, CurrentViewer viewer) {
        this.questions = questions;
        this.notes = notes;
        this.items = items;
        this.viewer = viewer;
    }

    /**
     * What somebody of the team wrote beside a statement, a claim or an article.
     *
     * @param on what it stands beside: statement, claim or article
     * @param of the id of that, of a claim the one that stays after all merges; null for a statement once a new analysis
     *     reads the text differently
     * @param words what it stands beside
     * @param article in which the statement stands, or the article itself; null beside a claim
     * @param version in which the statement stands; null beside others
     * @param span where it stands there, in code points, from its first word to its last
     * @param href the page of that
     */
    @Schema(name = "Note")
    public record NoteItem(
            long id,
            String body,
            String by,
            Instant at,
            String on,
            @Schema(nullable = true) @Nullable Long of,
            String words,
            @Schema(nullable = true) @Nullable Long article,
            @Schema(nullable = true) @Nullable Integer version,
            @Schema(nullable = true) @Nullable SpanItem span,
            String href) {}

    /**
     * A word that the team hangs on things.
     *
     * @param uses how many things carry it
     */
    @Schema(name = "Tag")
    public record TagItem(long id, String name, long uses) {}

    @Schema(name = "Tags")
    public record Tags(List<TagItem> items) {}

    /** Everything that carries a tag; of statements those that are still read so. 200 of each at most. */
    @Schema(name = "TagAlone")
    public record TagAlone(
            TagItem tag, List<StatementItem> statements, List<ClaimItem> claims, List<ArticleItem> articles) {}

    @GET
    @Path("/notes")
    @Operation(summary = "A team's notes, newest first")
    public Listing<NoteItem> notes(@RestPath String slug, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Member member = viewer.memberOfThis();
        return Lists.of(
                Total.exactly(notes.count(member)),
                question,
                false,
                notes.newest(member, Lists.place(question, Notes.NEWEST), question.limit())
                        .map(found -> items(found, member)));
    }

    @GET
    @Path("/tags")
    @Operation(summary = "A team's tags, by name")
    public Tags tags(@RestPath String slug) {
        return new Tags(
                notes.tags(viewer.memberOfThis()).stream().map(NoteApi::item).toList());
    }

    @GET
    @Path("/tags/{id:\\d+}")
    @Operation(summary = "What carries one tag")
    public TagAlone tag(@RestPath String slug, @RestPath long id) {
        Member member = viewer.memberOfThis();
        return new TagAlone(
                notes.tag(member, id).map(NoteApi::item).orElseThrow(NotFoundException::new),
                items.statements(notes.tagged(member, id, On.STATEMENT)),
                items.claims(notes.tagged(member, id, On.CLAIM)),
                items.articles(notes.newestVersions(notes.tagged(member, id, On.ARTICLE))));
    }

    private List<NoteItem> items(List<Noted> found, Member member) {
        Map<Long, Beside> beside =
                notes.beside(member, found.stream().map(Noted::id).toList());
        return found.stream().map(note -> item(note, beside.get(note.id()))).toList();
    }

    private static NoteItem item(Noted note, @Nullable Beside beside) {
        TextSpan span = note.span();
        return new NoteItem(
                note.id(),
                note.body(),
                note.by(),
                note.at(),
                note.on().name().toLowerCase(Locale.ROOT),
                switch (note.on()) {
                    case STATEMENT -> beside == null ? null : beside.statement();
                    case CLAIM -> beside == null ? null : beside.claim();
                    case ARTICLE -> note.article();
                },
                note.words(),
                note.article(),
                note.version(),
                span == null ? null : new SpanItem(span.start(), span.end()),
                note.href());
    }

    private static TagItem item(NotePage.TagLine tag) {
        return new TagItem(tag.id(), tag.name(), tag.uses());
    }
}
