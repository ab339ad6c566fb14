package org.claimwatch.web.today;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Numbered;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.today.NewsLists.ReversalList;
import org.claimwatch.web.today.NewsLists.SpikeList;
import org.claimwatch.web.today.NewsLists.TroubleList;

/** Where Today's numbers lead that no other page lists: every reversal, every spike, every trouble. */
@Path("/today")
@RunOnVirtualThread
public class NewsListPages {
    private final Periods periods;
    private final Reversals reversals;
    private final Spikes spikes;
    private final Troubles troubles;
    private final CurrentReader reader;

    public NewsListPages(Periods periods, Reversals reversals, Spikes spikes, Troubles troubles, CurrentReader reader) {
        this.periods = periods;
        this.reversals = reversals;
        this.spikes = spikes;
        this.troubles = troubles;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "today")
    static class Templates {
        static native TemplateInstance reversals(ReversalList page);

        static native TemplateInstance spikes(SpikeList page);

        static native TemplateInstance troubles(TroubleList page);
    }

    @GET
    @Path("/reversals")
    public TemplateInstance reversals(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var control = periods.asked(here, reader.get().zone());
        var period = control.period();
        var slice = reversals.slice(period.from(), period.to(), here, Paging.SIZE);
        return Templates.reversals(new ReversalList(
                control.counting("reversals", before -> reversals.total(before.from(), before.to())),
                reversals.of(slice.rows(), reader.get()),
                slice.paging(reversals.total(period.from(), period.to()))));
    }

    @GET
    @Path("/spikes")
    public TemplateInstance spikes(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var control = periods.asked(here, reader.get().zone());
        var rises = spikes.rises(control.period());
        var numbered = Numbered.of(rises.size(), here);
        return Templates.spikes(new SpikeList(
                control.counting(
                        "spikes", before -> Total.exactly(spikes.rises(before).size())),
                spikes.shown(numbered.of(rises), control.period(), here.without("page", "compare")),
                numbered.paging()));
    }

    @GET
    @Path("/trouble")
    public TemplateInstance troubles(@Context UriInfo uri) {
        var found = troubles.of(reader.get());
        var numbered = Numbered.of(found.size(), Address.of(uri));
        return Templates.troubles(new TroubleList(numbered.of(found), numbered.paging()));
    }
}
