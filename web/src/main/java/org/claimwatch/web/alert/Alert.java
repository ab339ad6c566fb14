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
import org.jspecify.annotations.Nullable;

/** A triggered notice. */
@Entity
public class Alert {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rule_id")
    public AlertRule rule;

    @Enumerated(EnumType.STRING)
    public AlertKind kind;

    public String headline;

    /** BCP 47, of the headline. */
    public @Nullable String language;

    public String why;

    /** Of the page that shows it, on this site. */
    public String path;

    public Instant raisedAt;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {}

    Alert(AlertRule rule, Found found, Instant now) {
        this.teamId = rule.teamId;
        this.rule = rule;
        this.kind = found.kind();
        this.headline = found.headline();
        this.language = found.language();
        this.why = found.why();
        this.path = found.path();
        this.raisedAt = now;
    }
}
