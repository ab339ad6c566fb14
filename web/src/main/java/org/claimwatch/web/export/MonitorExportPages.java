package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.jboss.resteasy.reactive.RestPath;

/** A monitor's matches as CSV; a class of its own, because routes below a team are found by their class's path. */
@Path("/teams/{slug}/monitors/{id:\\d+}/statements.csv")
@RunOnVirtualThread
@Produces(Csv.TYPE)
public class MonitorExportPages {
    private final Periods periods;
    private final StatementRows statements;
    private final MonitorsOfTeam monitors;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public MonitorExportPages(
            Periods periods,
            StatementRows statements,
            MonitorsOfTeam monitors,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.periods = periods;
        this.statements = statements;
        this.monitors = monitors;
        this.reader = reader;
        this.viewer = viewer;
    }

    @GET
    public Response statements(@RestPath long id, @Context UriInfo uri) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        var period = periods.asked(Address.of(uri), reader.get().zone()).period();
        return Csv.file(
                "monitor-%d-statements.csv".formatted(id),
                statements.csv(
                        Query.saved(monitor.query).condition().and(Condition.between(period.from(), period.to()))));
    }
}
