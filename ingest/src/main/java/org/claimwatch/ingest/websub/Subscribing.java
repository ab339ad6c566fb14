package org.claimwatch.ingest.websub;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimwatch.ingest.robots.PoliteFetcher;
import org.claimwatch.ingest.robots.Visit;
import org.jspecify.annotations.Nullable;

/** Asks hubs for subscriptions, renews them before they run out, and ends those that are not wanted any more. */
@ApplicationScoped
public class Subscribing {
    static final Duration LEASE = Duration.ofDays(10);

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int BATCH = 50;

    /** A replica that dies while it asks leaves the step to another after this. */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** How long a hub has to ask back. */
    private static final Duration ASKS_BACK_WITHIN = Duration.ofHours(1);

    private static final Duration TRY_AGAIN = Duration.ofHours(12);

    private final Subscriptions subscriptions;
    private final PoliteFetcher fetcher;
    private final WebSubConfig config;
    private final Clock clock;

    Subscribing(Subscriptions subscriptions, PoliteFetcher fetcher, WebSubConfig config, Clock clock) {
        this.subscriptions = subscriptions;
        this.fetcher = fetcher;
        this.config = config;
        this.clock = clock;
    }

    public RecurringTask<Void> task() {
        return Tasks.recurring("tend-subscriptions", FixedDelay.of(EVERY)).execute((instance, context) -> tend());
    }

    @ActivateRequestContext
    void tend() {
        if (config.callback().isEmpty()) {
            return;
        }
        List<HubSubscription> due =
                QuarkusTransaction.requiringNew().call(() -> subscriptions.due(clock.instant(), STEP, BATCH));
        due.forEach(subscription -> step(subscription, config.callback().get()));
    }

    private void step(HubSubscription due, URI callback) {
        HubSubscription asking = QuarkusTransaction.requiringNew().call(() -> prepare(due.feedId));
        if (asking == null) {
            return;
        }
        Visit visit = fetcher.send(asking.hubUrl, form(asking, callback));
        QuarkusTransaction.requiringNew().run(() -> {
            HubSubscription known = subscriptions.lock(asking.feedId);
            // A hub may ask back while it is being asked; then there is nothing left to note.
            if (known != null
                    && known.token.equals(asking.token)
                    && known.nextStepAt.equals(asking.nextStepAt)
                    && known.state == asking.state) {
                afterStep(known, visit, due.state == SubscriptionState.REQUESTED, clock.instant());
            }
        });
    }

    /** The row says that the hub is being asked before it is, since it may ask back at once. */
    private @Nullable HubSubscription prepare(long feedId) {
        HubSubscription known = subscriptions.lock(feedId);
        if (known == null) {
            return null;
        }
        Instant now = clock.instant();
        if (known.state != SubscriptionState.UNWANTED && !subscriptions.isPolled(feedId)) {
            known.state = SubscriptionState.UNWANTED;
            known.requestedAt = null;
        }
        if (known.state == SubscriptionState.UNWANTED && known.requestedAt != null) {
            subscriptions.remove(known);
            return null;
        }
        if (known.state != SubscriptionState.UNWANTED && !known.isActive(now)) {
            known.state = SubscriptionState.REQUESTED;
        }
        known.requestedAt = now;
        return known;
    }

    private static Map<String, String> form(HubSubscription subscription, URI callback) {
        String base = callback.toString().replaceFirst("/+$", "");
        return Map.of(
                "hub.mode",
                subscription.state == SubscriptionState.UNWANTED ? "unsubscribe" : "subscribe",
                "hub.topic",
                subscription.topicUrl,
                "hub.callback",
                base + "/websub/" + subscription.token,
                "hub.secret",
                subscription.secret,
                "hub.lease_seconds",
                Long.toString(LEASE.toSeconds()));
    }

    private static void afterStep(HubSubscription known, Visit visit, boolean again, Instant now) {
        if (visit instanceof Visit.Later later) {
            known.nextStepAt = later.at();
            known.requestedAt = known.state == SubscriptionState.UNWANTED ? null : known.requestedAt;
        } else if (known.state == SubscriptionState.UNWANTED) {
            known.nextStepAt = now.plus(ASKS_BACK_WITHIN);
        } else if (visit instanceof Visit.Page) {
            known.nextStepAt = now.plus(again ? TRY_AGAIN : ASKS_BACK_WITHIN);
            known.problem = again ? "the hub took the request and never asked back" : null;
        } else {
            known.problem = "the hub does not take the request: " + inWords(visit);
            known.nextStepAt = now.plus(TRY_AGAIN);
            known.state = known.leaseUntil != null && !known.isActive(now) ? SubscriptionState.LAPSED : known.state;
        }
    }

    private static String inWords(Visit visit) {
        return switch (visit) {
            case Visit.Failed failed -> failed.reason();
            case Visit.Disallowed no -> no.reason();
            case Visit.Gone gone -> gone.reason();
            default -> "it asked to be left alone";
        };
    }
}
