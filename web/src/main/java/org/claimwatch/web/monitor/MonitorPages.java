package org.claimwatch.web.monitor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
import org.claimwatch.web.monitor.MonitorPage.MonitorForm;
import org.claimwatch.web.monitor.MonitorPage.MonitorList;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.words.MonitorWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A team's monitors: the list, each with its matches, and the forms that make and change them. */
@Path("/teams/{slug}/monitors")
@RunOnVirtualThread
public class MonitorPages {
    private final MonitorsOfTeam monitors;
    private final MatchesOfMonitor matches;
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final Clock clock;

    public MonitorPages(
            MonitorsOfTeam monitors,
            MatchesOfMonitor matches,
            EntityManager entities,
            CurrentViewer viewer,
            Clock clock) {
        this.monitors = monitors;
        this.matches = matches;
        this.entities = entities;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "monitor")
    static class Templates {
        static native TemplateInstance monitors(MonitorList page);

        static native TemplateInstance monitor(MonitorPage page);

        static native TemplateInstance form(MonitorForm form);
    }

    @GET
    public TemplateInstance monitors(@Context UriInfo uri) {
        return Templates.monitors(matches.list(viewer.memberOfThis(), Address.of(uri)));
    }

    @GET
    @Path("/{id:\\d+}")
    public TemplateInstance monitor(@RestPath long id, @Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        return Templates.monitor(matches.page(member, one(member, id), Address.of(uri)));
    }

    @GET
    @Path("/new")
    @Needs(Role.ANALYST)
    public TemplateInstance create(@RestQuery @Nullable String q) {
        String query = q == null ? "" : q;
        return Templates.form(form(null, query, query, List.of()));
    }

    @GET
    @Path("/{id:\\d+}/edit")
    @Needs(Role.ANALYST)
    public TemplateInstance edit(@RestPath long id) {
        Monitor monitor = one(viewer.memberOfThis(), id);
        return Templates.form(form(monitor.id, monitor.name, monitor.query, List.of()));
    }

    @POST
    @Needs(Role.ANALYST)
    @Transactional
    public Response save(@RestForm @Nullable String name, @RestForm @Nullable String query) {
        Member member = viewer.memberOfThis();
        List<String> problems = problems(member, given(name), given(query), 0);
        if (!problems.isEmpty()) {
            return refused(form(null, given(name), given(query), problems));
        }
        var monitor = new Monitor(
                entities.getReference(Team.class, member.teamId()),
                given(name),
                given(query),
                entities.getReference(Account.class, viewer.get().accountId()),
                clock.instant());
        monitors.persist(monitor);
        return Back.to(member.home() + "/monitors/" + monitor.id);
    }

    @POST
    @Path("/{id:\\d+}")
    @Needs(Role.ANALYST)
    @Transactional
    public Response change(@RestPath long id, @RestForm @Nullable String name, @RestForm @Nullable String query) {
        Member member = viewer.memberOfThis();
        Monitor monitor = one(member, id);
        List<String> problems = problems(member, given(name), given(query), id);
        if (!problems.isEmpty()) {
            return refused(form(id, given(name), given(query), problems));
        }
        monitor.name = given(name);
        monitor.query = given(query);
        return Back.to(member.home() + "/monitors/" + id);
    }

    @POST
    @Path("/{id:\\d+}/delete")
    @Needs(Role.ANALYST)
    @Transactional
    public Response delete(@RestPath long id) {
        Member member = viewer.memberOfThis();
        monitors.delete(one(member, id));
        return Back.to(member.home() + "/monitors");
    }

    private Monitor one(Member member, long id) {
        return monitors.one(member, id).orElseThrow(NotFoundException::new);
    }

    private List<String> problems(Member member, String name, String query, long except) {
        var problems = new ArrayList<String>();
        if (name.isEmpty()) {
            problems.add(MonitorWords.SAY.giveName());
        } else if (monitors.named(member, name, except)) {
            problems.add(MonitorWords.SAY.nameTaken(name));
        }
        if (Query.of(query).empty()) {
            problems.add(MonitorWords.SAY.whatFor());
        }
        problems.addAll(Query.of(query).problems());
        return problems;
    }

    private MonitorForm form(@Nullable Long id, String name, String query, List<String> problems) {
        return new MonitorForm(
                viewer.memberOfThis(), id, name, query, Query.of(query).explained(), problems);
    }

    private static Response refused(MonitorForm form) {
        return Response.status(422).entity(Templates.form(form)).build();
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
