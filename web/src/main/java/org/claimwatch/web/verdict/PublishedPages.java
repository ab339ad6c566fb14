package org.claimwatch.web.verdict;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.verdict.VerdictPage.Published;
import org.claimwatch.web.verdict.VerdictsOfTeam.Opened;
import org.jboss.resteasy.reactive.RestPath;

/** A team's verdicts for whoever has the address, people and collectors of ClaimReview, while an editor keeps it open. */
@Path("/claim-reviews/{token}")
@PermitAll
@RunOnVirtualThread
public class PublishedPages {
    private static final String CACHE = "private, max-age=300";

    private final VerdictsOfTeam team;
    private final Verdicts verdicts;
    private final Clock clock;

    public PublishedPages(VerdictsOfTeam team, Verdicts verdicts, Clock clock) {
        this.team = team;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "verdict")
    static class Templates {
        static native TemplateInstance published(Published page);
    }

    @GET
    public Response published(@RestPath String token, @Context UriInfo uri) {
        Address here = Address.of(uri);
        Address address =
                Address.of(here.path()).with("after", here.get("after")).with("before", here.get("before"));
        Published page = team.open(token, opened -> page(opened, address)).orElseThrow(NotFoundException::new);
        return Response.ok(Templates.published(page))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", CACHE)
                .build();
    }

    @GET
    @Path("/feed.jsonld")
    public Response feed(@RestPath String token) {
        String feed = team.open(
                        token,
                        opened -> verdicts.dataFeed(
                                title(opened),
                                verdicts.current(opened.team(), Address.of(""), VerdictPages.MOST, reader())
                                        .rows(),
                                opened.team()))
                .orElseThrow(NotFoundException::new);
        return Response.ok(feed)
                .type("application/ld+json;charset=UTF-8")
                .header("Cache-Control", CACHE)
                .build();
    }

    private Published page(Opened opened, Address address) {
        var slice = verdicts.current(opened.team(), address, Paging.SIZE, reader());
        return new Published(
                opened.name(),
                slice.rows(),
                slice.paging(Total.exactly(verdicts.count(opened.team()))),
                address.path() + "/feed.jsonld",
                verdicts.dataFeed(title(opened), slice.rows(), opened.team()));
    }

    private static String title(Opened opened) {
        return "Fact-checks of " + opened.name();
    }

    private Reader reader() {
        return new Reader(ZoneOffset.UTC, clock.instant(), null);
    }
}
