package org.claimwatch.web.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.digest.DigestPage.DigestForm;
import org.claimwatch.web.digest.DigestPage.DigestList;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.mail.Standing;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.words.DigestWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A team's digests and a member's own: the list, each with its editions, and the forms that set one up. */
@Path("/teams/{slug}/digests")
@RunOnVirtualThread
public class DigestPages {
    private final DigestsOfTeam digests;
    private final DigestLedger ledger;
    private final DigestView view;
    private final IssuesOfDigest issues;
    private final MonitorsOfDigest read;
    private final MonitorsOfTeam monitors;
    private final Standing standing;
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final Clock clock;

    public DigestPages(
            DigestsOfTeam digests,
            DigestLedger ledger,
            DigestView view,
            IssuesOfDigest issues,
            MonitorsOfDigest read,
            MonitorsOfTeam monitors,
            Standing standing,
            EntityManager entities,
            CurrentViewer viewer,
            Clock clock) {
        this.digests = digests;
        this.ledger = ledger;
        this.view = view;
        this.issues = issues;
        this.read = read;
        this.monitors = monitors;
        this.standing = standing;
        this.entities = entities;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "digest")
    static class Templates {
        static native TemplateInstance digests(DigestList page);

        static native TemplateInstance digest(DigestPage page);

        static native TemplateInstance form(DigestForm form);
    }

    @GET
    @Transactional
    public TemplateInstance digests() {
        return Templates.digests(view.list(viewer.memberOfThis(), viewer.get()));
    }

    @GET
    @Path("/{id:\\d+}")
    @Transactional
    public TemplateInstance digest(@RestPath long id) {
        return Templates.digest(
                view.page(viewer.memberOfThis(), seen(id), viewer.get().zone()));
    }

    @GET
    @Path("/new")
    @Needs(Role.EDITOR)
    @Transactional
    public TemplateInstance create(@RestQuery long monitor) {
        return blank(monitor, false);
    }

    @GET
    @Path("/mine/new")
    @Transactional
    public TemplateInstance createMine(@RestQuery long monitor) {
        return blank(monitor, true);
    }

    @GET
    @Path("/{id:\\d+}/edit")
    @Needs(Role.EDITOR)
    @Transactional
    public TemplateInstance edit(@RestPath long id) {
        return Templates.form(view.form(viewer.memberOfThis(), ofTeam(id), List.of()));
    }

    @POST
    @Needs(Role.EDITOR)
    @Transactional
    public Response save(@BeanParam DigestInput input) {
        return save(input, false);
    }

    /** Every member may have what the member may see by mail. */
    @POST
    @Path("/mine")
    @Needs(Role.VIEWER)
    @Transactional
    public Response saveMine(@BeanParam DigestInput input) {
        return save(input, true);
    }

    @POST
    @Path("/{id:\\d+}")
    @Needs(Role.EDITOR)
    @Transactional
    public Response change(@RestPath long id, @BeanParam DigestInput input) {
        return change(ofTeam(id), input, false);
    }

    @POST
    @Path("/{id:\\d+}/mine")
    @Needs(Role.VIEWER)
    @Transactional
    public Response changeMine(@RestPath long id, @BeanParam DigestInput input) {
        return change(mine(id), input, true);
    }

    @POST
    @Path("/{id:\\d+}/send")
    @Needs(Role.EDITOR)
    @Transactional
    public Response sendNow(@RestPath long id) {
        ledger.closeNow(ofTeam(id));
        return Back.to(viewer.memberOfThis().home() + "/digests/" + id);
    }

    /** What was given up of an edition is tried once more. */
    @POST
    @Path("/{id:\\d+}/again")
    @Needs(Role.EDITOR)
    @Transactional
    public Response sendAgain(@RestPath long id, @RestForm long issue) {
        return sendAgain(ofTeam(id), issue);
    }

    @POST
    @Path("/{id:\\d+}/mine/again")
    @Needs(Role.VIEWER)
    @Transactional
    public Response sendMineAgain(@RestPath long id, @RestForm long issue) {
        return sendAgain(mine(id), issue);
    }

    private Response sendAgain(Digest digest, long id) {
        DigestIssue issue = issues.one(digest, id).orElseThrow(NotFoundException::new);
        ledger.sendAgain(issue, view.copiesOf(issue));
        return Back.to(viewer.memberOfThis().home() + "/digests/" + digest.id);
    }

    /** An address that had bounced too often works again, says an editor. */
    @POST
    @Path("/{id:\\d+}/restart")
    @Needs(Role.EDITOR)
    @Transactional
    public Response restart(@RestPath long id, @RestForm @Nullable String address) {
        Digest digest = ofTeam(id);
        if (address != null && List.of(digest.recipients).contains(address)) {
            standing.restart(address);
        }
        return Back.to(viewer.memberOfThis().home() + "/digests/" + id);
    }

    @POST
    @Path("/{id:\\d+}/delete")
    @Needs(Role.EDITOR)
    @Transactional
    public Response delete(@RestPath long id) {
        digests.delete(ofTeam(id));
        return Back.to(viewer.memberOfThis().home() + "/digests");
    }

    @POST
    @Path("/{id:\\d+}/mine/delete")
    @Needs(Role.VIEWER)
    @Transactional
    public Response deleteMine(@RestPath long id) {
        digests.delete(mine(id));
        return Back.to(viewer.memberOfThis().home() + "/digests");
    }

    private TemplateInstance blank(long monitor, boolean mine) {
        Member member = viewer.memberOfThis();
        return Templates.form(DigestInput.blank(viewer.get())
                .form(member, null, mine, monitorOf(monitor), monitors.of(member), List.of()));
    }

    private Response save(DigestInput input, boolean mine) {
        Member member = viewer.memberOfThis();
        long accountId = viewer.get().accountId();
        Monitor monitor = monitorOf(input.monitor);
        List<String> problems = new ArrayList<>(input.problems(mine));
        if (mine && viewer.get().email() == null) {
            problems.add(DigestWords.SAY.ownNeedsAddress());
        }
        if (mine ? digests.hasOwn(monitor, accountId) : digests.hasOne(monitor)) {
            problems.add(DigestWords.SAY.hasOne(monitor.name));
        }
        if (!problems.isEmpty()) {
            return refused(input.form(member, null, mine, monitor, monitors.of(member), problems));
        }
        var digest = new Digest(
                entities.getReference(Team.class, member.teamId()),
                monitor,
                LocalTime.MIN,
                viewer.get().zone(),
                new String[] {Objects.requireNonNullElse(viewer.get().email(), "")},
                clock.instant());
        digest.account = mine ? entities.getReference(Account.class, accountId) : null;
        input.fill(digest, mine);
        digests.persist(digest);
        read.set(digest, input.also);
        return Back.to(member.home() + "/digests/" + digest.id);
    }

    private Response change(Digest digest, DigestInput input, boolean mine) {
        Member member = viewer.memberOfThis();
        List<String> problems = input.problems(mine);
        if (!problems.isEmpty()) {
            return refused(input.form(member, digest.id, mine, digest.monitor, monitors.of(member), problems));
        }
        input.fill(digest, mine);
        read.set(digest, input.also);
        return Back.to(member.home() + "/digests/" + digest.id);
    }

    private Digest seen(long id) {
        return digests.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
    }

    private Digest ofTeam(long id) {
        return digests.ofTeam(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
    }

    private Digest mine(long id) {
        return digests.mine(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
    }

    private Monitor monitorOf(long id) {
        return monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
    }

    private static Response refused(DigestForm form) {
        return Response.status(422).entity(Templates.form(form)).build();
    }
}
