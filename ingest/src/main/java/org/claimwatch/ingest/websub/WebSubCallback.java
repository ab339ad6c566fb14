package org.claimwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where hubs ask whether we meant it, and tell us that a feed has changed (WebSub, 5.3 and 7). */
@Path("/websub/{token}")
@RunOnVirtualThread
public class WebSubCallback {
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Duration DENIED_FOR = Duration.ofDays(7);
    private static final int LONGEST_CHALLENGE = 4_096;
    private static final int LONGEST_REASON = 200;

    private final Subscriptions subscriptions;
    private final MeterRegistry metrics;
    private final Clock clock;

    WebSubCallback(Subscriptions subscriptions, MeterRegistry metrics, Clock clock) {
        this.subscriptions = subscriptions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What a hub asks before it does what it was asked for. */
    public static class Question {
        @RestQuery("hub.mode")
        @Nullable String mode;

        @RestQuery("hub.topic")
        @Nullable String topic;

        @RestQuery("hub.challenge")
        @Nullable String challenge;

        @RestQuery("hub.lease_seconds")
        @Nullable String leaseSeconds;

        @RestQuery("hub.reason")
        @Nullable String reason;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Transactional
    public Response verify(@RestPath String token, @BeanParam Question question) {
        HubSubscription known = subscriptions.byToken(token).orElse(null);
        if (known == null || !known.topicUrl.equals(question.topic)) {
            return notMeant();
        }
        Instant now = clock.instant();
        boolean wanted = known.state != SubscriptionState.UNWANTED;
        switch (String.valueOf(question.mode)) {
            case "denied" -> {
                deny(known, question.reason, now);
                return Response.noContent().build();
            }
            case "subscribe" -> {
                if (!wanted || known.requestedAt == null || question.challenge == null) {
                    return notMeant();
                }
                activate(known, lease(question.leaseSeconds), now);
            }
            case "unsubscribe" -> {
                if (wanted || question.challenge == null) {
                    return notMeant();
                }
                subscriptions.remove(known);
            }
            default -> {
                return notMeant();
            }
        }
        return question.challenge.length() > LONGEST_CHALLENGE
                ? notMeant()
                : Response.ok(question.challenge)
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
    }

    /** Whatever comes, the content is not believed: it makes us ask the feed itself. */
    @POST
    @Transactional
    public Response push(
            @RestPath String token, @HeaderParam("X-Hub-Signature") @Nullable String signature, byte[] body) {
        HubSubscription known = subscriptions.byToken(token).orElse(null);
        if (known == null || known.state == SubscriptionState.UNWANTED) {
            return Response.status(Response.Status.GONE).build();
        }
        boolean good = Signature.isGood(signature, body, known.secret);
        metrics.counter("claimwatch.ingest.push", "outcome", good ? "poll" : "unsigned")
                .increment();
        if (good) {
            subscriptions.pushed(known, clock.instant());
        } else {
            known.problem = signature != null && signature.startsWith("sha1=")
                    ? "the hub signs with SHA-1, which proves nothing any more"
                    : "what came in the hub's name was not signed with our secret";
        }
        // A hub learns nothing from us about signatures (WebSub, 8).
        return Response.accepted().build();
    }

    private static void deny(HubSubscription known, @Nullable String reason, Instant now) {
        String said = reason == null ? "" : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        known.state = SubscriptionState.DENIED;
        known.problem = said.isBlank() ? "the hub denies the subscription" : "the hub denies the subscription: " + said;
        known.nextStepAt = now.plus(DENIED_FOR);
    }

    private static void activate(HubSubscription known, Duration lease, Instant now) {
        known.state = SubscriptionState.ACTIVE;
        known.problem = null;
        known.leaseUntil = now.plus(lease);
        known.nextStepAt = now.plus(lease.multipliedBy(4).dividedBy(5));
    }

    private static Duration lease(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return Subscribing.LEASE;
        }
        Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
        return lease.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    }

    private static Response notMeant() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
