package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.outlet.SearchPage.Watched;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.words.FeedWords;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Adding an outlet by its home page: the search under way, what it found, and the form that takes it. */
@Path("/outlets/searches")
@RunOnVirtualThread
@RolesAllowed(Groups.INSTANCE_ADMINS)
public class SearchPages {
    private final NewSearch newSearch;
    private final FeedsFound found;
    private final NewOutlet newOutlet;
    private final NewOutletPage addPage;
    private final CurrentReader reader;

    public SearchPages(
            NewSearch newSearch, FeedsFound found, NewOutlet newOutlet, NewOutletPage addPage, CurrentReader reader) {
        this.newSearch = newSearch;
        this.found = found;
        this.newOutlet = newOutlet;
        this.addPage = addPage;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance search(SearchPage page);
    }

    @POST
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response start(@FormParam("address") @Nullable String address) {
        String typed = Objects.requireNonNullElse(address, "");
        Optional<HomeAddress> home = HomeAddress.typed(typed);
        if (home.isEmpty()) {
            return refused(typed, FeedWords.SAY.enterAddress(), null);
        }
        return newSearch
                .watched(home.get())
                .map(outlet -> refused(
                        typed,
                        FeedWords.SAY.thisIsWatched(),
                        new Watched(Objects.requireNonNull(outlet.id), outlet.name)))
                .orElseGet(() -> Back.to("/outlets/searches/" + newSearch.start(home.get())));
    }

    @GET
    @Path("/{id:\\d+}")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance search(@RestPath long id) {
        return Templates.search(found.page(id, reader.get()).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("/{id:\\d+}")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response watch(@RestPath long id, @BeanParam OutletForm form) {
        SearchPage page = found.page(id, reader.get()).orElseThrow(NotFoundException::new);
        if (page.watched() != null) {
            return Back.to("/outlets/" + page.watched().id());
        }
        List<String> wrong = form.problems();
        List<String> problems = Stream.concat(
                        wrong.stream(), wrong.isEmpty() ? newOutlet.conflicts(form).stream() : Stream.empty())
                .toList();
        return problems.isEmpty()
                ? Back.to("/outlets/" + newOutlet.addFound(form, id))
                : Response.status(422)
                        .entity(Templates.search(
                                found.page(id, form, problems, reader.get()).orElseThrow(NotFoundException::new)))
                        .build();
    }

    private Response refused(String typed, String problem, @Nullable Watched watched) {
        return Response.status(422)
                .entity(addPage.render(typed, List.of(problem), watched, new OutletForm(), List.of()))
                .build();
    }
}
