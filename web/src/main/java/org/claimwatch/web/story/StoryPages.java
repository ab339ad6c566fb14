package org.claimwatch.web.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.story.StoryPage.Listed;
import org.claimwatch.web.story.StoryPage.StoryList;
import org.claimwatch.web.words.StoryWords;
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
        Narrowing narrowing = Narrowing.of(here);
        Query query = narrowing.query();
        boolean moving = "moving".equals(here.get("show"));
        Address base = here.without("show", "after", "before");
        Slice<Listed> slice = moving ? moving(query, control.period(), here) : all(query, control.period(), here);
        return Templates.stories(new StoryList(
                control.counting("stories", before -> total(query, before, moving)),
                List.of(
                        new Choice(StoryWords.SAY.showAll(), base.toString(), !moving),
                        new Choice(
                                StoryWords.SAY.showMoving(),
                                base.with("show", "moving").toString(),
                                moving)),
                moving,
                narrowing,
                slice.rows(),
                slice.paging(total(query, control.period(), moving))));
    }

    private Slice<Listed> all(Query query, Period period, Address here) {
        return stories.slice(StoriesAsked.of(query, period), here, Paging.SIZE, reader.get())
                .map(found ->
                        found.stream().map(story -> new Listed(story, null)).toList());
    }

    private Slice<Listed> moving(Query query, Period period, Address here) {
        return StoriesAsked.moving(query, period)
                .map(usual -> stories.moving(usual, here, Paging.SIZE, reader.get())
                        .map(found -> found.stream()
                                .map(moved -> new Listed(moved.story(), moved.before()))
                                .toList()))
                .orElse(new Slice<>(List.of(), null, null));
    }

    private Total total(Query query, Period period, boolean moving) {
        return moving
                ? StoriesAsked.moving(query, period).map(stories::movingTotal).orElse(Total.NONE)
                : stories.total(StoriesAsked.of(query, period));
    }

    @GET
    @Path("/{id:\\d+}")
    public TemplateInstance story(@RestPath long id) {
        return Templates.story(tellings.of(id, reader.get()).orElseThrow(NotFoundException::new));
    }
}
