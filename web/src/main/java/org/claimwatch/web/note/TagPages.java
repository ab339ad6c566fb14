package org.claimwatch.web.note;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.note.NotePage.ArticleLine;
import org.claimwatch.web.note.NotePage.TagLine;
import org.claimwatch.web.note.NotePage.TagPage;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Everything that carries a tag, and taking it off. */
@Path("/teams/{slug}/tags/{id:\\d+}")
@RunOnVirtualThread
public class TagPages {
    private final Notes notes;
    private final StatementCards cards;
    private final Claims claims;
    private final Rows rows;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public TagPages(
            Notes notes, StatementCards cards, Claims claims, Rows rows, CurrentReader reader, CurrentViewer viewer) {
        this.notes = notes;
        this.cards = cards;
        this.claims = claims;
        this.rows = rows;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "note")
    static class Templates {
        static native TemplateInstance tag(TagPage page);
    }

    @GET
    public TemplateInstance tag(@RestPath long id) {
        Member member = viewer.memberOfThis();
        Reader reading = reader.get();
        TagLine tag = notes.tag(member, id).orElseThrow(NotFoundException::new);
        return Templates.tag(new TagPage(
                member,
                tag,
                cards.of(notes.tagged(member, id, On.STATEMENT), reading),
                claims.lines(notes.tagged(member, id, On.CLAIM), reading),
                articles(notes.tagged(member, id, On.ARTICLE))));
    }

    @POST
    @Path("/remove")
    @Needs(Role.ANALYST)
    @Transactional
    public Response remove(
            @RestPath long id, @RestForm @Nullable On on, @RestForm long of, @RestForm @Nullable String back) {
        Member member = viewer.memberOfThis();
        if (on == null || !notes.untag(member, id, on, of)) {
            throw new NotFoundException();
        }
        return Back.to(back, member.home() + "/notes");
    }

    private List<ArticleLine> articles(List<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.list(ArticleLine.class, """
                        select distinct on (a.id) a.id, v.title, coalesce(v.language, '') as lang, o.name as outlet
                        from article a join outlet o on o.id = a.outlet_id join article_version v on v.article_id = a.id
                        where a.id in (:ids) order by a.id, v.number desc""", Map.of("ids", ids));
    }
}
