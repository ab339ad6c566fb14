package org.claimwatch.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.search.SavedPage.SaveForm;
import org.claimwatch.web.search.SavedPage.SavedLine;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.words.SearchWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Searches kept under a name: a person's own, and those of the team, which analysts keep for everybody. */
@Path("/teams/{slug}/searches")
@RunOnVirtualThread
public class SavedSearchPages {
    private static final int LONGEST_NAME = 120;

    private final SearchesOfTeam searches;
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final CurrentReader reader;
    private final Clock clock;

    SavedSearchPages(
            SearchesOfTeam searches, EntityManager entities, CurrentViewer viewer, CurrentReader reader, Clock clock) {
        this.searches = searches;
        this.entities = entities;
        this.viewer = viewer;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance saved(SavedPage page);

        static native TemplateInstance save(SaveForm form);
    }

    @GET
    @Transactional
    public TemplateInstance saved() {
        Member member = viewer.memberOfThis();
        List<SavedSearch> all = searches.of(member, viewer.get().accountId());
        return Templates.saved(new SavedPage(
                member,
                all.stream()
                        .filter(search -> search.owner != null)
                        .map(this::line)
                        .toList(),
                all.stream()
                        .filter(search -> search.owner == null)
                        .map(this::line)
                        .toList()));
    }

    private SavedLine line(SavedSearch search) {
        var asked = new Asked(search.query, search.view);
        return new SavedLine(
                search.name,
                asked.address().toString(),
                search.query,
                asked.sentence(),
                search.createdBy.name,
                reader.get().when(search.createdAt),
                mayChange(search)
                        ? "%s/searches/%d/delete"
                                .formatted(viewer.memberOfThis().home(), search.id)
                        : null);
    }

    private boolean mayChange(SavedSearch search) {
        return search.owner != null || viewer.memberOfThis().analyses();
    }

    /** The address is the search page's own with another path. */
    @GET
    @Path("/new")
    public TemplateInstance create(@Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        return Templates.save(new SaveForm(member, "", Asked.of(Address.of(uri)), false, List.of()));
    }

    @POST
    @Needs(Role.VIEWER)
    @Transactional
    public Response save(
            @RestForm @Nullable String name,
            @RestForm @Nullable String query,
            @RestForm @Nullable String view,
            @RestForm @Nullable String whose) {
        Member member = viewer.memberOfThis();
        boolean forTeam = "team".equals(whose);
        if (forTeam && !member.analyses()) {
            throw new ForbiddenException(SearchWords.SAY.keepForTeamNeeds(
                    Role.ANALYST.label(), member.teamName(), member.role().label()));
        }
        Asked asked = Asked.of(given(query), given(view));
        List<String> problems = problems(member, given(name), asked, forTeam);
        if (!problems.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.save(new SaveForm(member, given(name), asked, forTeam, problems)))
                    .build();
        }
        Account account = entities.getReference(Account.class, viewer.get().accountId());
        searches.persist(new SavedSearch(
                entities.getReference(Team.class, member.teamId()),
                forTeam ? null : account,
                given(name),
                asked,
                account,
                clock.instant()));
        return Back.to(member.home() + "/searches");
    }

    private List<String> problems(Member member, String name, Asked asked, boolean forTeam) {
        var problems = new ArrayList<String>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(SearchWords.SAY.giveName(LONGEST_NAME));
        } else if (searches.named(member, forTeam ? null : viewer.get().accountId(), name)) {
            problems.add(SearchWords.SAY.nameTaken(name));
        }
        problems.addAll(Query.of(asked.query()).problems());
        return problems;
    }

    @POST
    @Path("/{id:\\d+}/delete")
    @Needs(Role.VIEWER)
    @Transactional
    public Response delete(@RestPath long id) {
        Member member = viewer.memberOfThis();
        SavedSearch search = searches.one(member, viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
        if (!mayChange(search)) {
            throw new ForbiddenException(SearchWords.SAY.removeNeeds(
                    Role.ANALYST.label(), member.teamName(), member.role().label()));
        }
        searches.delete(search);
        return Back.to(member.home() + "/searches");
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
