package org.claimwatch.ingest.websub;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** That a hub tells us when a feed changes. */
@Entity
class HubSubscription {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    @Id
    Long feedId;

    String hubUrl;
    String topicUrl;

    /** Last part of the callback's address, not to be guessed. */
    String token;

    /** With it the hub signs what it sends. */
    String secret;

    @Enumerated(EnumType.STRING)
    SubscriptionState state = SubscriptionState.WANTED;

    /** What stands in the way, for a person to read. */
    @Nullable String problem;

    @Nullable Instant requestedAt;

    @Nullable Instant leaseUntil;

    @Nullable Instant lastPushAt;

    /** How many changes in a row a poll has found that the hub did not tell us of. */
    int missed;

    /** When something is to be done about it: asking, renewing, giving up. */
    Instant nextStepAt;

    @SuppressWarnings("NullAway.Init")
    protected HubSubscription() {}

    HubSubscription(long feedId, String hubUrl, String topicUrl, Instant now) {
        this.feedId = feedId;
        this.hubUrl = hubUrl;
        this.topicUrl = topicUrl;
        this.token = random();
        this.secret = random();
        this.nextStepAt = now;
    }

    boolean isActive(Instant now) {
        return state == SubscriptionState.ACTIVE && leaseUntil != null && leaseUntil.isAfter(now);
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
