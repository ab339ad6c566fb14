package org.claimwatch.web.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.alert.AlertView.ChannelState;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.volume.Spike;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a monitor is watched for and where its alerts go, for programs; a webhook's secret is the page's to show. */
@Path("/api/v1/teams/{slug}/monitors/{id:\\d+}/alert-rule")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AlertRuleApi {
    private final AlertView view;
    private final MonitorsOfTeam monitors;
    private final CurrentViewer viewer;

    public AlertRuleApi(AlertView view, MonitorsOfTeam monitors, CurrentViewer viewer) {
        this.view = view;
        this.monitors = monitors;
        this.viewer = viewer;
    }

    /**
     * When a monitor raises alerts.
     *
     * @param kinds for which it is watched; none where nobody has said so yet
     * @param sensitivity of volume spikes: low, medium or high
     * @param feed the private address of its Atom feed; null as long as there is no rule
     */
    @Schema(name = "AlertRule")
    public record RuleItem(
            Named monitor,
            boolean active,
            List<String> kinds,
            String sensitivity,
            @Schema(nullable = true) @Nullable String feed,
            List<ChannelItem> channels) {}

    /**
     * Where alerts go.
     *
     * @param quietFrom start of the hours in which they are held, on the clocks of {@code zone}
     * @param failures in a row
     * @param trouble why nothing goes there
     * @param stopped whether it was switched off after too many failures
     */
    @Schema(name = "AlertChannel")
    public record ChannelItem(
            long id,
            String kind,
            String address,
            String zone,
            @Schema(nullable = true) @Nullable String quietFrom,
            @Schema(nullable = true) @Nullable String quietTo,
            int failures,
            @Schema(nullable = true) @Nullable String trouble,
            boolean stopped) {}

    @GET
    @Transactional
    @Operation(summary = "For what a monitor is watched, and where its alerts go")
    public RuleItem rule(@RestPath String slug, @RestPath long id) {
        Monitor monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        Optional<AlertRule> rule = view.ruleOf(monitor);
        return new RuleItem(
                new Named(id, monitor.name),
                rule.map(known -> known.active).orElse(false),
                rule.map(known -> known.watched().stream().map(AlertKind::word).toList())
                        .orElse(List.of()),
                rule.map(known -> known.sensitivity)
                        .orElse(Spike.Sensitivity.MEDIUM)
                        .name()
                        .toLowerCase(Locale.ROOT),
                rule.map(view::feed).orElse(null),
                rule.map(view::channels).orElse(List.of()).stream()
                        .map(AlertRuleApi::item)
                        .toList());
    }

    private static ChannelItem item(ChannelState state) {
        AlertChannel channel = state.channel();
        return new ChannelItem(
                Objects.requireNonNull(channel.id),
                channel.kind == AlertChannel.Kind.EMAIL ? "e-mail" : "webhook",
                channel.address,
                channel.timeZone,
                channel.quietFrom == null ? null : channel.quietFrom.toString(),
                channel.quietTo == null ? null : channel.quietTo.toString(),
                channel.failures,
                state.trouble(),
                channel.stoppedAt != null);
    }
}
