package org.claimwatch.web.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.words.ClaimWords;
import org.jboss.resteasy.reactive.RestPath;

/** The list of claims, and each of them. */
@Path("/claims")
@RunOnVirtualThread
public class ClaimPages {
    private final Periods periods;
    private final Claims claims;
    private final VoicesOfClaim voices;
    private final Decisions decisions;
    private final CurrentReader reader;

    public ClaimPages(Periods periods, Claims claims, VoicesOfClaim voices, Decisions decisions, CurrentReader reader) {
        this.periods = periods;
        this.claims = claims;
        this.voices = voices;
        this.decisions = decisions;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance claims(ClaimList page);

        static native TemplateInstance claim(ClaimPage page);

        static native TemplateInstance replaced(ReplacedClaim page);
    }

    @GET
    public TemplateInstance claims(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var period = periods.asked(here, reader.get().zone());
        Narrowing narrowing = Narrowing.of(here);
        var asked = ClaimsAsked.of(
                here,
                narrowing.condition(),
                period.period().from(),
                period.period().to());
        var slice = claims.slice(asked.condition(), asked.demand(), asked.order(), here, Paging.SIZE);
        return Templates.claims(new ClaimList(
                period.counting("claims", before -> {
                    var earlier = ClaimsAsked.of(here, narrowing.condition(), before.from(), before.to());
                    return claims.total(earlier.condition(), earlier.demand());
                }),
                narrowing,
                show(here),
                orders(here, asked.order()),
                claims.lines(slice.rows(), reader.get()),
                slice.paging(claims.total(asked.condition(), asked.demand())),
                here.without("after", "before").at("/claims.csv").toString()));
    }

    /** A claim that a person merged into another has that one's page; one that outlets took out says where it stood. */
    @GET
    @Compressed
    @Path("/{id:\\d+}")
    public Object claim(@RestPath long id) {
        Optional<Long> stays = decisions.claimInItsPlace(id);
        if (stays.isPresent()) {
            return Back.to("/claims/" + stays.get());
        }
        return voices.of(id, reader.get())
                .map(Templates::claim)
                .or(() -> voices.replaced(id, reader.get()).map(Templates::replaced))
                .orElseThrow(NotFoundException::new);
    }

    private static List<Choice> show(Address here) {
        Address base = here.without("show", "after", "before");
        String shown = Optional.ofNullable(here.get("show")).orElse("");
        return List.of(
                new Choice(ClaimWords.SAY.showAll(), base.toString(), shown.isEmpty()),
                new Choice(ClaimWords.SAY.showNew(), base.with("show", "new").toString(), shown.equals("new")),
                new Choice(
                        ClaimWords.SAY.showContested(),
                        base.with("show", "contested").toString(),
                        shown.equals("contested")));
    }

    private static List<Choice> orders(Address here, Order current) {
        Address base = here.without("order", "after", "before");
        return Arrays.stream(Order.values())
                .map(order -> new Choice(
                        order.label(),
                        base.with("order", order == Order.WORTH ? null : order.word())
                                .toString(),
                        order == current))
                .toList();
    }
}
