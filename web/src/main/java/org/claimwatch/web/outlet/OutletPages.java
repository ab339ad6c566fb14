package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.outlet.OutletPage.OutletLine;
import org.claimwatch.web.outlet.OutletPage.OutletList;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Groups;
import org.jboss.resteasy.reactive.RestPath;

/** The list of outlets, each of them, and the form that adds one. */
@Path("/outlets")
@RunOnVirtualThread
public class OutletPages {
    private final Periods periods;
    private final OutletsAndFeeds outlets;
    private final VoicesOfOutlet voices;
    private final FeedsOfOutlet feeds;
    private final NewOutlet newOutlet;
    private final NewOutletPage addPage;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public OutletPages(
            Periods periods,
            OutletsAndFeeds outlets,
            VoicesOfOutlet voices,
            FeedsOfOutlet feeds,
            NewOutlet newOutlet,
            NewOutletPage addPage,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.periods = periods;
        this.outlets = outlets;
        this.voices = voices;
        this.feeds = feeds;
        this.newOutlet = newOutlet;
        this.addPage = addPage;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance outlets(OutletList page);

        static native TemplateInstance outlet(OutletPage page);
    }

    @GET
    public TemplateInstance outlets(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var period = periods.asked(here, reader.get().zone());
        Narrowing narrowing = Narrowing.of(here);
        return Templates.outlets(new OutletList(
                period.counting(
                        "articles",
                        before -> Total.exactly(outlets.lines(before, narrowing.condition(), reader.get()).stream()
                                .mapToLong(OutletLine::articles)
                                .sum())),
                narrowing,
                here,
                outlets.lines(period.period(), narrowing.condition(), reader.get()),
                viewer.get().instanceAdmin()));
    }

    @GET
    @Path("/{id:\\d+}")
    public TemplateInstance outlet(@RestPath long id, @Context UriInfo uri) {
        Address here = Address.of(uri);
        var imprint = outlets.imprint(id).orElseThrow(NotFoundException::new);
        var control = periods.asked(here, reader.get().zone());
        var period = control.period();
        var slice = outlets.articles(id, period, here, reader.get());
        return Templates.outlet(new OutletPage(
                control.counting("articles", before -> outlets.articleTotal(id, before)),
                imprint,
                feeds.silence(id, reader.get()).orElse(null),
                feeds.lines(id, viewer.get().instanceAdmin(), reader.get()),
                voices.stances(id, period, here),
                voices.shareOfVoice(id, imprint.name(), period, here),
                voices.firsts(id, period),
                slice.rows(),
                slice.paging(outlets.articleTotal(id, period)),
                here.without("after", "before")
                        .at("/search")
                        .with("q", Query.exactly(Field.OUTLET, imprint.name()).text())
                        .toString(),
                here.without("after", "before", "compare")
                        .at("/claims")
                        .with(
                                "q",
                                Query.exactly(Field.OUTLET, imprint.name())
                                        .undoubted()
                                        .text())
                        .toString()));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance form() {
        return addPage.render("", List.of(), null, new OutletForm(), List.of());
    }

    @POST
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response add(@BeanParam OutletForm form) {
        List<String> problems = Stream.concat(
                        form.problems().stream(),
                        form.problems().isEmpty() ? newOutlet.conflicts(form).stream() : Stream.empty())
                .toList();
        return problems.isEmpty()
                ? Back.to("/outlets/" + newOutlet.add(form))
                : Response.status(422)
                        .entity(addPage.render("", List.of(), null, form, problems))
                        .build();
    }
}
