package org.claimwatch.web.share;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneOffset;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.OutwardCards;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.share.ShareLinks.Opened;
import org.jboss.resteasy.reactive.RestPath;

/** The list behind a link, for anybody who holds it; of the address only the page counts. */
@Path("/shared/{token}")
@PermitAll
@RunOnVirtualThread
public class SharedPages {
    private final ShareLinks links;
    private final Results results;
    private final OutwardCards cards;
    private final Pace pace;
    private final Clock clock;

    public SharedPages(ShareLinks links, Results results, OutwardCards cards, Pace pace, Clock clock) {
        this.links = links;
        this.results = results;
        this.cards = cards;
        this.pace = pace;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "share")
    static class Templates {
        static native TemplateInstance shared(SharedList page);
    }

    @GET
    public Response shared(@RestPath String token, @Context UriInfo uri, @Context HttpServerRequest request) {
        if (!pace.allows(request.remoteAddress().hostAddress())) {
            return Response.status(429)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .header("Retry-After", "60")
                    .entity("Too many requests from your address; try again in a minute.")
                    .build();
        }
        Address here = Address.of(uri);
        Address address =
                Address.of(here.path()).with("after", here.get("after")).with("before", here.get("before"));
        SharedList list =
                links.open(new Token(token), opened -> read(opened, address)).orElseThrow(NotFoundException::new);
        return Response.ok(Templates.shared(list))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("Cache-Control", "no-store")
                .build();
    }

    private SharedList read(Opened opened, Address address) {
        Query query = Query.saved(opened.query());
        Condition condition = query.condition().and(Condition.STANDING);
        Total total = results.count(ResultKind.STATEMENTS, condition);
        var page = results.page(ResultKind.STATEMENTS, condition, address, total);
        var reader = new Reader(ZoneOffset.UTC, clock.instant(), null);
        return new SharedList(
                opened.name(),
                query.explained(),
                cards.of(page.ids(), reader),
                page.paging(total),
                reader.exactly(opened.expiresAt()));
    }
}
