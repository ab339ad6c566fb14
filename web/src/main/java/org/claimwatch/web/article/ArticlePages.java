package org.claimwatch.web.article;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.CurrentReader;
import org.jboss.resteasy.reactive.RestPath;

/** Each article. */
@Path("/articles/{id:\\d+}")
@RunOnVirtualThread
public class ArticlePages {
    private final TextOfArticle text;
    private final CurrentReader reader;

    public ArticlePages(TextOfArticle text, CurrentReader reader) {
        this.text = text;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance article(ArticlePage page);
    }

    @GET
    public TemplateInstance article(@RestPath long id, @Context UriInfo uri) {
        return Templates.article(text.of(id, Address.of(uri), reader.get()).orElseThrow(NotFoundException::new));
    }
}
