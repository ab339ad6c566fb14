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
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.digest.DigestPage.Choose;
import org.claimwatch.web.digest.DigestPage.DigestForm;
import org.claimwatch.web.digest.DigestPage.DigestLine;
import org.claimwatch.web.digest.DigestPage.DigestList;
import org.claimwatch.web.digest.DigestPage.IssueLine;
import org.claimwatch.web.digest.DigestPage.Preview;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Team;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A team's digests: the list, each with its editions, its preview, and the forms that set one up and send it. */
@Path("/teams/{slug}/digests")
@RunOnVirtualThread
public class DigestPages {
    private final DigestsOfTeam digests;
    private final IssuesOfDigest issues;
    private final DigestLedger ledger;
    private final DigestMails mails;
    private final MonitorsOfTeam monitors;
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final CurrentReader reader;
    private final Clock clock;

    public DigestPages(
            DigestsOfTeam digests,
            IssuesOfDigest issues,
            DigestLedger ledger,
            DigestMails mails,
            MonitorsOfTeam monitors,
            EntityManager entities,
            CurrentViewer viewer,
            CurrentReader reader,
            Clock clock) {
        this.digests = digests;
        this.issues = issues;
        this.ledger = ledger;
        this.mails = mails;
        this.monitors = monitors;
        this.entities = entities;
        this.viewer = viewer;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "digest")
    static class Templates {
        static native TemplateInstance digests(DigestList page);

        static native TemplateInstance digest(DigestPage page);

        static native TemplateInstance form(DigestForm form);

        static native TemplateInstance preview(Preview page);
    }

    @GET
    @Transactional
    public TemplateInstance digests() {
        Member member = viewer.memberOfThis();
        List<Digest> all = digests.of(member);
        List<DigestLine> lines = all.stream().map(this::line).toList();
        List<Choose> without = monitors.of(member).stream()
                .filter(monitor -> all.stream().noneMatch(digest -> digest.monitor.equals(monitor)))
                .map(monitor -> new Choose(Objects.requireNonNull(monitor.id), monitor.name))
                .toList();
        return Templates.digests(new DigestList(member, lines, without));
    }

    @GET
    @Path("/{id:\\d+}")
    @Transactional
    public TemplateInstance digest(@RestPath long id) {
        Digest digest = one(id);
        ZoneId zone = reader.get().zone();
        return Templates.digest(new DigestPage(
                viewer.memberOfThis(),
                id,
                Objects.requireNonNull(digest.monitor.id),
                digest.monitor.name,
                digest.sendAt.toString(),
                digest.timeZone,
                List.of(digest.recipients),
                digest.active,
                When.exactly(digest.periods().nextEnd(clock.instant()), zone),
                issues.of(digest).stream()
                        .map(issue -> IssueLine.of(issue, zone))
                        .toList()));
    }

    @GET
    @Path("/{id:\\d+}/preview")
    @Transactional
    public TemplateInstance preview(@RestPath long id) {
        Digest digest = one(id);
        DigestMail mail = mails.compose(
                digest, digest.periods().current(issues.reportedTo(digest).orElse(null), clock.instant()));
        return Templates.preview(new Preview(
                viewer.memberOfThis(),
                id,
                mail,
                mail.subject(),
                DigestMails.Templates.mailText(mail).render()));
    }

    @GET
    @Path("/new")
    @Needs(Role.EDITOR)
    public TemplateInstance create(@RestQuery long monitor) {
        return Templates.form(
                DigestInput.blank(viewer.get()).form(viewer.memberOfThis(), null, monitorOf(monitor), List.of()));
    }

    @GET
    @Path("/{id:\\d+}/edit")
    @Needs(Role.EDITOR)
    @Transactional
    public TemplateInstance edit(@RestPath long id) {
        Digest digest = one(id);
        return Templates.form(DigestInput.of(digest).form(viewer.memberOfThis(), id, digest.monitor, List.of()));
    }

    @POST
    @Needs(Role.EDITOR)
    @Transactional
    public Response save(@BeanParam DigestInput input) {
        Member member = viewer.memberOfThis();
        Monitor monitor = monitorOf(input.monitor);
        List<String> problems = input.problems();
        if (problems.isEmpty() && digests.ofMonitor(monitor).isPresent()) {
            problems = List.of("“%s” has a digest already; change that one.".formatted(monitor.name));
        }
        if (!problems.isEmpty()) {
            return refused(input.form(member, null, monitor, problems));
        }
        var digest = new Digest(
                entities.getReference(Team.class, member.teamId()),
                monitor,
                LocalTime.parse(input.sendAt),
                ZoneId.of(input.zone),
                input.addresses(),
                clock.instant());
        digest.active = input.isActive();
        digests.persist(digest);
        return Back.to(member.home() + "/digests/" + digest.id);
    }

    @POST
    @Path("/{id:\\d+}")
    @Needs(Role.EDITOR)
    @Transactional
    public Response change(@RestPath long id, @BeanParam DigestInput input) {
        Member member = viewer.memberOfThis();
        Digest digest = one(id);
        List<String> problems = input.problems();
        if (!problems.isEmpty()) {
            return refused(input.form(member, id, digest.monitor, problems));
        }
        digest.sendAt = LocalTime.parse(input.sendAt);
        digest.timeZone = input.zone;
        digest.recipients = input.addresses();
        digest.active = input.isActive();
        return Back.to(member.home() + "/digests/" + id);
    }

    @POST
    @Path("/{id:\\d+}/send")
    @Needs(Role.EDITOR)
    @Transactional
    public Response sendNow(@RestPath long id) {
        ledger.closeNow(one(id));
        return Back.to(viewer.memberOfThis().home() + "/digests/" + id);
    }

    @POST
    @Path("/{id:\\d+}/delete")
    @Needs(Role.EDITOR)
    @Transactional
    public Response delete(@RestPath long id) {
        digests.delete(one(id));
        return Back.to(viewer.memberOfThis().home() + "/digests");
    }

    private Digest one(long id) {
        return digests.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
    }

    private Monitor monitorOf(long id) {
        return monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
    }

    private DigestLine line(Digest digest) {
        return new DigestLine(
                Objects.requireNonNull(digest.id),
                digest.monitor.name,
                digest.sendAt.toString(),
                digest.timeZone,
                digest.recipients.length,
                digest.active,
                issues.of(digest).stream()
                        .findFirst()
                        .map(issue -> IssueLine.of(issue, reader.get().zone()))
                        .orElse(null));
    }

    private static Response refused(DigestForm form) {
        return Response.status(422).entity(Templates.form(form)).build();
    }
}
