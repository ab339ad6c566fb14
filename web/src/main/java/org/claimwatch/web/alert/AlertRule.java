package org.claimwatch.web.alert;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.volume.Spike;
import org.jspecify.annotations.Nullable;

/** What a monitor is watched for. */
@Entity
public class AlertRule {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Monitor monitor;

    /** Names of {@link AlertKind}. */
    public String[] kinds;

    @Enumerated(EnumType.STRING)
    Spike.Sensitivity sensitivity = Spike.Sensitivity.MEDIUM;

    public int feedNumber = 1;
    public boolean active = true;

    /** What was read before this has been looked at. */
    public Instant lookedTo;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AlertRule() {}

    AlertRule(long teamId, Monitor monitor, Set<AlertKind> kinds, Instant now) {
        this.teamId = teamId;
        this.monitor = monitor;
        this.kinds = kinds.stream().map(AlertKind::name).toArray(String[]::new);
        this.lookedTo = now;
        this.createdAt = now;
    }

    Set<AlertKind> watched() {
        Set<AlertKind> watched = EnumSet.noneOf(AlertKind.class);
        Arrays.stream(kinds).flatMap(name -> AlertKind.named(name).stream()).forEach(watched::add);
        return watched;
    }
}
