package org.claimwatch.web.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.web.alert.AlertsPage.RulePage;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.volume.Spike;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's alerts, and for each monitor what raises them and where they go. */
@Path("/teams/{slug}/alerts")
@RunOnVirtualThread
public class AlertPages {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final AlertView view;
    private final MonitorsOfTeam monitors;
    private final WebhookClient webhooks;
    private final Session session;
    private final CurrentViewer viewer;
    private final Clock clock;

    public AlertPages(
            AlertView view,
            MonitorsOfTeam monitors,
            WebhookClient webhooks,
            Session session,
            CurrentViewer viewer,
            Clock clock) {
        this.view = view;
        this.monitors = monitors;
        this.webhooks = webhooks;
        this.session = session;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance alerts(AlertsPage page);

        static native TemplateInstance rule(RulePage page);
    }

    @GET
    @Transactional
    public TemplateInstance alerts() {
        return Templates.alerts(view.list(viewer.memberOfThis(), viewer.get().zone()));
    }

    @GET
    @Path("/of/{id:\\d+}")
    @Transactional
    public TemplateInstance rule(@RestPath long id) {
        return page(monitorOf(id), List.of());
    }

    @POST
    @Path("/of/{id:\\d+}")
    @Needs(Role.EDITOR)
    @Transactional
    public Response watch(
            @RestPath long id,
            @RestForm("kinds") @Nullable List<String> kinds,
            @RestForm @Nullable String sensitivity,
            @RestForm @Nullable String active) {
        AlertRule rule = ruleOf(monitorOf(id));
        Set<AlertKind> watched = EnumSet.noneOf(AlertKind.class);
        (kinds == null ? List.<String>of() : kinds)
                .forEach(name -> AlertKind.named(name).ifPresent(watched::add));
        rule.kinds = watched.stream().map(AlertKind::name).toArray(String[]::new);
        for (Spike.Sensitivity each : Spike.Sensitivity.values()) {
            if (each.name().equals(sensitivity)) {
                rule.sensitivity = each;
            }
        }
        boolean on = active != null;
        if (on && !rule.active) {
            // What happened while it rested is not told afterwards.
            rule.lookedTo = clock.instant();
        }
        rule.active = on;
        return back(id);
    }

    @POST
    @Path("/of/{id:\\d+}/channels")
    @Needs(Role.EDITOR)
    @Transactional
    public Response add(@RestPath long id, @BeanParam AlertInput input) {
        Monitor monitor = monitorOf(id);
        List<String> problems = input.problems(webhooks);
        if (!problems.isEmpty()) {
            return Response.status(422).entity(page(monitor, problems)).build();
        }
        AlertRule rule = ruleOf(monitor);
        String address = input.address.strip();
        AlertChannel channel = session.createQuery(
                        "from AlertChannel where rule = :rule and kind = :kind and address = :address",
                        AlertChannel.class)
                .setParameter("rule", rule)
                .setParameter("kind", input.chosen())
                .setParameter("address", address)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> new AlertChannel(
                        rule,
                        input.chosen(),
                        address,
                        input.chosen() == AlertChannel.Kind.WEBHOOK ? secret() : null,
                        ZoneId.of(input.zone),
                        clock.instant()));
        input.fill(channel);
        session.persist(channel);
        return back(id);
    }

    @POST
    @Path("/of/{id:\\d+}/channels/remove")
    @Needs(Role.EDITOR)
    @Transactional
    public Response remove(@RestPath long id, @RestForm long channel) {
        channelOf(monitorOf(id), channel).ifPresent(session::remove);
        return back(id);
    }

    /** Whoever runs the other side has mended it, says an editor. */
    @POST
    @Path("/of/{id:\\d+}/channels/restart")
    @Needs(Role.EDITOR)
    @Transactional
    public Response restart(@RestPath long id, @RestForm long channel) {
        channelOf(monitorOf(id), channel).ifPresent(stopped -> {
            stopped.stoppedAt = null;
            stopped.stoppedWhy = null;
            stopped.failures = 0;
        });
        return back(id);
    }

    /** The feed's old address leads nowhere then. */
    @POST
    @Path("/of/{id:\\d+}/feed")
    @Needs(Role.EDITOR)
    @Transactional
    public Response renewFeed(@RestPath long id) {
        ruleOf(monitorOf(id)).feedNumber++;
        return back(id);
    }

    private TemplateInstance page(Monitor monitor, List<String> problems) {
        Member member = viewer.memberOfThis();
        return Templates.rule(
                view.rule(member, viewer.get(), monitor, view.ruleOf(monitor).orElse(null), problems));
    }

    private Monitor monitorOf(long id) {
        return monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
    }

    private AlertRule ruleOf(Monitor monitor) {
        return view.ruleOf(monitor).orElseGet(() -> {
            var rule = new AlertRule(
                    viewer.memberOfThis().teamId(), monitor, EnumSet.noneOf(AlertKind.class), clock.instant());
            session.persist(rule);
            return rule;
        });
    }

    private Optional<AlertChannel> channelOf(Monitor monitor, long channel) {
        return session.createQuery("from AlertChannel where rule.monitor = :monitor and id = :id", AlertChannel.class)
                .setParameter("monitor", monitor)
                .setParameter("id", channel)
                .getResultStream()
                .findFirst();
    }

    private Response back(long monitorId) {
        return Back.to("%s/alerts/of/%d".formatted(viewer.memberOfThis().home(), monitorId));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
