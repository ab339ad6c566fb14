package org.claimwatch.web.today;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;

/** Today. */
@Path("/")
@RunOnVirtualThread
public class TodayPages {
    private final Periods periods;
    private final NewsOfPeriod news;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public TodayPages(Periods periods, NewsOfPeriod news, CurrentReader reader, CurrentViewer viewer) {
        this.periods = periods;
        this.news = news;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "today")
    static class Templates {
        static native TemplateInstance today(TodayPage page);
    }

    @GET
    public TemplateInstance today(@Context UriInfo uri) {
        var period = periods.asked(Address.of(uri), reader.get().zone());
        return Templates.today(news.of(period, reader.get(), viewer.get().instanceAdmin()));
    }
}
