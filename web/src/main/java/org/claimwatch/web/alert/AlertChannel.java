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
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where a rule's alerts go. */
@Entity
public class AlertChannel {
    /** By which way. */
    public enum Kind {
        EMAIL,
        WEBHOOK
    }

    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rule_id")
    public AlertRule rule;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String address;

    /** Of a webhook. */
    public @Nullable String secret;

    public String timeZone;
    public @Nullable LocalTime quietFrom;
    public @Nullable LocalTime quietTo;

    /** In a row. */
    public int failures;

    public @Nullable Instant stoppedAt;
    public @Nullable String stoppedWhy;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AlertChannel() {}

    AlertChannel(AlertRule rule, Kind kind, String address, @Nullable String secret, ZoneId zone, Instant now) {
        this.teamId = rule.teamId;
        this.rule = rule;
        this.kind = kind;
        this.address = address;
        this.secret = secret;
        this.timeZone = zone.getId();
        this.createdAt = now;
    }

    Instant release(Instant now) {
        return quietFrom == null || quietTo == null
                ? now
                : new QuietHours(quietFrom, quietTo, ZoneId.of(timeZone)).release(now);
    }

    void worked() {
        failures = 0;
    }

    /** After so many in a row it is left alone, and its page says why. */
    void failed(String why, int most, Instant now) {
        failures++;
        if (failures >= most && stoppedAt == null) {
            stoppedAt = now;
            stoppedWhy = "%d notices in a row failed; the last: %s".formatted(failures, why);
        }
    }
}
