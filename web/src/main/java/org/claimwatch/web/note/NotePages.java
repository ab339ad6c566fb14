package org.claimwatch.web.note;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.note.NotePage.NoteLine;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.NoteWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a team writes beside what it reads, and the list of it. */
@Path("/teams/{slug}/notes")
@RunOnVirtualThread
public class NotePages {
    private static final int LONGEST_NOTE = 5000;
    private static final int LONGEST_TAG = 60;

    private final Notes notes;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public NotePages(Notes notes, CurrentReader reader, CurrentViewer viewer) {
        this.notes = notes;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "note")
    static class Templates {
        static native TemplateInstance notes(NotePage page);
    }

    @GET
    public TemplateInstance notes(@Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        var slice = notes.newest(member, Address.of(uri), Paging.SIZE);
        return Templates.notes(new NotePage(
                member,
                notes.tags(member),
                slice.rows().stream()
                        .map(note -> new NoteLine(
                                note.id(),
                                note.body(),
                                note.by(),
                                reader.get().when(note.at()),
                                note.words(),
                                note.lang(),
                                note.href()))
                        .toList(),
                slice.paging(Total.exactly(notes.count(member)))));
    }

    /** A tag, a note, or both at once, from the form beside what they are about. */
    @POST
    @Needs(Role.ANALYST)
    @Transactional
    public Response write(
            @RestForm @Nullable On on,
            @RestForm long of,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String body,
            @RestForm @Nullable String back) {
        if (on == null) {
            throw new NotFoundException();
        }
        String name = Objects.requireNonNullElse(tag, "").strip().replaceAll("\\s+", " ");
        String note = Objects.requireNonNullElse(body, "").strip();
        if (name.isEmpty() && note.isEmpty()) {
            throw new BadRequestException(NoteWords.SAY.neitherTagNorNote());
        }
        if (name.length() > LONGEST_TAG || note.length() > LONGEST_NOTE) {
            throw new BadRequestException(NoteWords.SAY.tooLong());
        }
        Member member = viewer.memberOfThis();
        long account = viewer.get().accountId();
        boolean there = (name.isEmpty() || notes.tag(member, account, on, of, name))
                && (note.isEmpty() || notes.write(member, account, on, of, note));
        if (!there) {
            throw new NotFoundException();
        }
        return Back.to(back, member.home() + "/notes");
    }

    @POST
    @Path("/{id:\\d+}/delete")
    @Needs(Role.ANALYST)
    @Transactional
    public Response delete(@RestPath long id, @RestForm @Nullable String back) {
        Member member = viewer.memberOfThis();
        if (!notes.delete(member, viewer.get().accountId(), id)) {
            throw new NotFoundException();
        }
        return Back.to(back, member.home() + "/notes");
    }
}
