package org.claimwatch.common.statement;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.claimwatch.common.article.ArticleVersion;
import org.jspecify.annotations.Nullable;

/** What a holder expresses towards a target, with the words that show it. */
@Entity
public class Stance {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public ArticleVersion articleVersion;

    /** Set if and only if the holder is the speaker. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Statement statement;

    @Enumerated(EnumType.STRING)
    public StanceHolder holder;

    /** Canonical name of what the stance is about. */
    public String target;

    @Enumerated(EnumType.STRING)
    public Polarity polarity;

    /** 0 to 1. */
    public float confidence;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "evidence_start"))
    @AttributeOverride(name = "end", column = @Column(name = "evidence_end"))
    public TextSpan evidence;

    @SuppressWarnings("NullAway.Init")
    protected Stance() {}

    private Stance(
            ArticleVersion articleVersion,
            @Nullable Statement statement,
            StanceHolder holder,
            String target,
            Polarity polarity,
            float confidence,
            TextSpan evidence) {
        this.articleVersion = articleVersion;
        this.statement = statement;
        this.holder = holder;
        this.target = target;
        this.polarity = polarity;
        this.confidence = confidence;
        this.evidence = evidence;
    }

    /** The stance of a statement's speaker. */
    public static Stance ofSpeaker(
            Statement statement, String target, Polarity polarity, float confidence, TextSpan evidence) {
        return new Stance(
                statement.articleVersion, statement, StanceHolder.SPEAKER, target, polarity, confidence, evidence);
    }

    /** The stance of the outlet's own voice; its evidence lies outside all attributed content. */
    public static Stance ofOutlet(
            ArticleVersion version, String target, Polarity polarity, float confidence, TextSpan evidence) {
        return new Stance(version, null, StanceHolder.OUTLET, target, polarity, confidence, evidence);
    }
}
