package org.claimwatch.web.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Team;
import org.jspecify.annotations.Nullable;

/** A daily e-mail of a monitor's new claims. */
@Entity
public class Digest {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Monitor monitor;

    /** On the clocks of {@link #timeZone}. */
    public LocalTime sendAt;

    /** IANA zone. */
    public String timeZone;

    /** BCP 47 language of the e-mail. */
    public String language = "en";

    public String[] recipients;
    public boolean active = true;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Digest() {}

    public Digest(Team team, Monitor monitor, LocalTime sendAt, ZoneId zone, String[] recipients, Instant createdAt) {
        this.team = team;
        this.monitor = monitor;
        this.sendAt = sendAt;
        this.timeZone = zone.getId();
        this.recipients = recipients;
        this.createdAt = createdAt;
    }

    public DailyPeriods periods() {
        return new DailyPeriods(sendAt, ZoneId.of(timeZone));
    }
}
