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
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** A team's notes and tags, for programs. */
@Path("/api/v1/teams/{slug}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NoteApi {
    private final Questions questions;
    private final Notes notes;
    private final CurrentViewer viewer;

    public NoteApi(Questions questions, Notes notes, CurrentViewer viewer) {
        this.questions = questions;
        this.notes = notes;
        this.viewer = viewer;
    }

    /**
     * What somebody of the team wrote beside a statement, a claim or an article.
     *
     * @param words what it stands beside
     * @param href the page of that
     */
    @Schema(name = "Note")
    public record NoteItem(long id, String body, String by, Instant at, String words, String href) {}

    /**
     * A word that the team hangs on things.
     *
     * @param uses how many things carry it
     */
    @Schema(name = "Tag")
    public record TagItem(long id, String name, long uses) {}

    @Schema(name = "Tags")
    public record Tags(List<TagItem> items) {}

    /** Everything that carries a tag, by ids; of statements those that are still read so. 200 of each at most. */
    @Schema(name = "TagAlone")
    public record TagAlone(TagItem tag, List<Long> statements, List<Long> claims, List<Long> articles) {}

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
                        .map(found -> found.stream()
                                .map(note -> new NoteItem(
                                        note.id(), note.body(), note.by(), note.at(), note.words(), note.href()))
                                .toList()));
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
                notes.tagged(member, id, On.STATEMENT),
                notes.tagged(member, id, On.CLAIM),
                notes.tagged(member, id, On.ARTICLE));
    }

    private static TagItem item(NotePage.TagLine tag) {
        return new TagItem(tag.id(), tag.name(), tag.uses());
    }
}
