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
import java.util.Objects;
import org.claimwatch.web.words.Language;
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

    /** What the interface's own words of it say in its other languages; null of alerts from before it had any. */
    public @Nullable String headlineDe;

    public @Nullable String whyDe;
    public @Nullable String headlineAr;
    public @Nullable String whyAr;

    /** Of the page that shows it, on this site. */
    public String path;

    public Instant raisedAt;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {}

    Alert(AlertRule rule, Found found, Instant now) {
        this.teamId = rule.teamId;
        this.rule = rule;
        this.kind = found.kind();
        this.headline = found.headline().in(Language.ENGLISH);
        this.headlineDe = found.headline().in(Language.GERMAN);
        this.headlineAr = found.headline().in(Language.ARABIC);
        this.language = found.language();
        this.why = found.why().in(Language.ENGLISH);
        this.whyDe = found.why().in(Language.GERMAN);
        this.whyAr = found.why().in(Language.ARABIC);
        this.path = found.path();
        this.raisedAt = now;
    }

    String headline() {
        return said(headline, headlineDe, headlineAr);
    }

    String why() {
        return said(why, whyDe, whyAr);
    }

    /** A claim has its own language, the interface's words have the interface's. */
    String lang() {
        return Objects.requireNonNullElseGet(language, () -> Language.spoken().tag());
    }

    private static String said(String english, @Nullable String german, @Nullable String arabic) {
        String said = switch (Language.spoken()) {
            case ENGLISH -> english;
            case GERMAN -> german;
            case ARABIC -> arabic;
        };
        return said == null ? english : said;
    }
}
