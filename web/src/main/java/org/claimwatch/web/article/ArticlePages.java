package org.claimwatch.web.article;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.CurrentReader;
import org.jboss.resteasy.reactive.RestPath;

/** Each article. */
@Path("/articles/{id:\\d+}")
@RunOnVirtualThread
public class ArticlePages {
    private final TextOfArticle text;
    private final ChangesOfArticle changes;
    private final GoneArticles goneArticles;
    private final CurrentReader reader;

    public ArticlePages(TextOfArticle text, ChangesOfArticle changes, GoneArticles goneArticles, CurrentReader reader) {
        this.text = text;
        this.changes = changes;
        this.goneArticles = goneArticles;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance article(ArticlePage page);

        static native TemplateInstance gone(GonePage page);

        static native TemplateInstance changes(ChangesPage page);
    }

    /** Of an answer that is not a template itself, Quarkus cannot tell that it is a page. */
    @GET
    @Compressed
    public Response article(@RestPath long id, @Context UriInfo uri) {
        var reader = this.reader.get();
        Optional<GonePage> gone = goneArticles.of(id, reader);
        if (gone.isPresent()) {
            return Response.status(gone.get().status())
                    .entity(Templates.gone(gone.get()))
                    .build();
        }
        return Response.ok(
                        Templates.article(text.of(id, Address.of(uri), reader).orElseThrow(NotFoundException::new)))
                .build();
    }

    /** What changed from one version to another; for an article with one version there is no such page. */
    @GET
    @Path("/changes")
    public TemplateInstance changes(@RestPath long id, @Context UriInfo uri) {
        return Templates.changes(changes.of(id, Address.of(uri), reader.get()).orElseThrow(NotFoundException::new));
    }
}
