package org.claimwatch.web.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.story.StoryPage.StoryList;
import org.jboss.resteasy.reactive.RestPath;

/** The list of stories, and each of them. */
@Path("/stories")
@RunOnVirtualThread
public class StoryPages {
    private final Periods periods;
    private final Stories stories;
    private final TellingsOfStory tellings;
    private final CurrentReader reader;

    public StoryPages(Periods periods, Stories stories, TellingsOfStory tellings, CurrentReader reader) {
        this.periods = periods;
        this.stories = stories;
        this.tellings = tellings;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "story")
    static class Templates {
        static native TemplateInstance stories(StoryList page);

        static native TemplateInstance story(StoryPage page);
    }

    @GET
    public TemplateInstance stories(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var control = periods.asked(here, reader.get().zone());
        var period = control.period();
        var slice = stories.slice(period.from(), period.to(), here, Paging.SIZE, reader.get());
        return Templates.stories(new StoryList(
                control.counting("stories", before -> stories.total(before.from(), before.to())),
                slice.rows(),
                slice.paging(stories.total(period.from(), period.to()))));
    }

    @GET
    @Path("/{id:\\d+}")
    public TemplateInstance story(@RestPath long id) {
        return Templates.story(tellings.of(id, reader.get()).orElseThrow(NotFoundException::new));
    }
}
