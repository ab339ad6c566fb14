package org.claimwatch.web.alert;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes to a channel at once. */
@Entity
public class AlertNotice {
    /** Waiting, taken by the other side, or given up. */
    public enum State {
        PENDING,
        SENT,
        FAILED
    }

    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "channel_id")
    public AlertChannel channel;

    /** The same at every attempt. */
    public String token;

    @Enumerated(EnumType.STRING)
    public State state = State.PENDING;

    public int attempts;

    /** What the other side said last. */
    public @Nullable String answer;

    public Instant createdAt;
    public @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected AlertNotice() {}

    AlertNotice(AlertChannel channel, Instant now) {
        this.teamId = channel.teamId;
        this.channel = channel;
        this.token = UUID.randomUUID().toString();
        this.createdAt = now;
    }

    void settle(State state, @Nullable String answer, int most, Instant now) {
        this.state = state;
        this.answer = answer;
        this.settledAt = now;
        if (state == State.SENT) {
            channel.worked();
        } else {
            channel.failed(answer == null ? "unknown" : answer, most, now);
        }
    }
}
