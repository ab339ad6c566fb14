package org.claimwatch.web.network;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.download.Downloads;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Numbered;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.network.Network.Pair;
import org.claimwatch.web.network.NetworkPage.Line;
import org.claimwatch.web.network.NetworkPage.Shared;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.CurrentReader;
import org.jspecify.annotations.Nullable;

/** The discourse network: as a picture and a table, and as files for other programs. */
@Path("/")
@RunOnVirtualThread
public class NetworkPages {
    private final Periods periods;
    private final StandsOfPeriod stands;
    private final Claims claims;
    private final Downloads downloads;
    private final CurrentReader reader;

    public NetworkPages(
            Periods periods, StandsOfPeriod stands, Claims claims, Downloads downloads, CurrentReader reader) {
        this.periods = periods;
        this.stands = stands;
        this.claims = claims;
        this.downloads = downloads;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "network")
    static class Templates {
        static native TemplateInstance network(NetworkPage page);
    }

    @GET
    @Path("/network")
    public TemplateInstance network(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var control = periods.asked(here, reader.get().zone());
        Narrowing narrowing = Narrowing.of(here);
        Network network = stands.network(control.period(), narrowing.condition());
        Address bare = here.without("of", "with");
        Numbered numbered = Numbered.of(network.pairs().size(), bare);
        Picture picture = Picture.of(network, bare.without("page"));
        return Templates.network(new NetworkPage(
                control.counting(
                        "pairs",
                        before -> Total.exactly(stands.network(before, narrowing.condition())
                                .pairs()
                                .size())),
                narrowing,
                network.members().size(),
                picture.actors(),
                picture.graph(),
                numbered.of(network.pairs()).stream()
                        .map(pair -> line(pair, here))
                        .toList(),
                numbered.paging(),
                shared(network, here),
                bare.without("page").at("/network.graphml").toString(),
                bare.without("page").at("/network.csv").toString()));
    }

    @GET
    @Path("/network.graphml")
    @Produces("application/xml; charset=UTF-8")
    public Response graphml(@Context UriInfo uri) {
        Network network = asked(uri);
        return downloads.file("network.graphml", (out, rows) -> {
            rows.accept(network.pairs().size());
            NetworkFiles.graphml(network, out);
        });
    }

    @GET
    @Path("/network.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response csv(@Context UriInfo uri) {
        Network network = asked(uri);
        return downloads.file("network.csv", (out, rows) -> {
            rows.accept(network.pairs().size());
            NetworkFiles.csv(network, out);
        });
    }

    private Network asked(UriInfo uri) {
        Address here = Address.of(uri);
        return stands.network(
                periods.asked(here, reader.get().zone()).period(),
                Narrowing.of(here).condition());
    }

    static String href(Pair pair, Address here) {
        return here.with("of", pair.one().id()).with("with", pair.other().id()) + "#shared";
    }

    private static boolean chosen(Pair pair, Address here) {
        return Long.toString(pair.one().id()).equals(here.get("of"))
                && Long.toString(pair.other().id()).equals(here.get("with"));
    }

    private static Line line(Pair pair, Address here) {
        return new Line(
                pair.one().name(),
                "/actors/" + pair.one().id(),
                pair.other().name(),
                "/actors/" + pair.other().id(),
                pair.agree().size(),
                pair.disagree().size(),
                href(pair, here),
                chosen(pair, here));
    }

    private @Nullable Shared shared(Network network, Address here) {
        return network.pairs().stream()
                .filter(pair -> chosen(pair, here))
                .findFirst()
                .map(pair -> new Shared(
                        pair.one().id(),
                        pair.one().name(),
                        pair.other().id(),
                        pair.other().name(),
                        claims.lines(pair.agree(), reader.get()),
                        claims.lines(pair.disagree(), reader.get()),
                        here.without("of", "with").toString()))
                .orElse(null);
    }
}
