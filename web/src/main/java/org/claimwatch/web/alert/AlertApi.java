package org.claimwatch.web.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.alert.AlertView.Delivered;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Places;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's alerts, for programs. */
@Path("/api/v1/teams/{slug}/alerts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AlertApi {
    private final Questions questions;
    private final AlertView alerts;
    private final CurrentViewer viewer;

    public AlertApi(Questions questions, AlertView alerts, CurrentViewer viewer) {
        this.questions = questions;
        this.alerts = alerts;
        this.viewer = viewer;
    }

    /**
     * A triggered notice.
     *
     * @param href the page that shows what it is about
     */
    @Schema(name = "Alert")
    public record AlertItem(
            long id,
            String kind,
            String headline,
            @Schema(nullable = true) @Nullable String language,
            String why,
            Named monitor,
            Instant raised,
            List<DeliveryItem> deliveries,
            String href) {}

    /**
     * Where it went, or will go.
     *
     * @param state held, pending, sent or failed
     * @param due until when a held one waits; null for the others
     * @param settled when it was sent or given up
     */
    @Schema(name = "Delivery")
    public record DeliveryItem(
            String channel,
            String address,
            String state,
            @Schema(nullable = true) @Nullable Instant due,
            @Schema(nullable = true) @Nullable Instant settled,
            @Schema(nullable = true) @Nullable String answer) {}

    @GET
    @Operation(summary = "A team's alerts, newest first, and where each went")
    public Listing<AlertItem> alerts(@RestPath String slug, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        Member member = viewer.memberOfThis();
        List<Alert> found = alerts.below(member, Places.below(question), question.limit() + 1);
        Map<Long, List<Delivered>> deliveries = alerts.deliveries(found);
        return Places.part(
                alerts.count(member),
                question,
                found,
                alert -> Objects.requireNonNull(alert.id),
                alert -> item(alert, deliveries.getOrDefault(Objects.requireNonNull(alert.id), List.of())));
    }

    private static AlertItem item(Alert alert, List<Delivered> deliveries) {
        return new AlertItem(
                Objects.requireNonNull(alert.id),
                alert.kind.word(),
                alert.headline,
                alert.language,
                alert.why,
                new Named(Objects.requireNonNull(alert.rule.monitor.id), alert.rule.monitor.name),
                alert.raisedAt,
                deliveries.stream()
                        .map(one -> new DeliveryItem(
                                one.kind().equals("EMAIL") ? "e-mail" : "webhook",
                                one.address(),
                                one.standing(),
                                one.state() == null ? one.dueAt() : null,
                                one.settledAt(),
                                one.answer()))
                        .toList(),
                alert.path);
    }
}
