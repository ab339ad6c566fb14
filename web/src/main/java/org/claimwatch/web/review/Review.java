package org.claimwatch.web.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.jspecify.annotations.Nullable;

/** A person's verdict on one statement; it is kept by the evidence, and so outlives a new analysis of the text. */
@Entity
public class Review {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public ArticleVersion articleVersion;

    /** Null once a new analysis has replaced what was reviewed. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Statement statement;

    public int contentStart;
    public int contentEnd;
    public String speakerName;

    @Enumerated(EnumType.STRING)
    public Verdict verdict;

    public @Nullable String comment;
    public Instant createdAt;

    /** What the machine took it for, when it was reviewed. */
    @Enumerated(EnumType.STRING)
    public @Nullable StatementForm statementForm;

    /** What was said, where it ought to begin and end; null where the machine's span stays. */
    public @Nullable Integer correctedStart;

    public @Nullable Integer correctedEnd;
    public @Nullable String correctedSpeaker;

    /** The speaker's stance as it ought to be, with its target. */
    public @Nullable String correctedTarget;

    @Enumerated(EnumType.STRING)
    public @Nullable Polarity correctedPolarity;

    /** The claim that it ought to belong to. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Claim correctedClaim;

    /** Taken back by its author, and kept for the history. */
    public @Nullable Instant undoneAt;

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    public Review(
            Team team,
            Account account,
            Statement statement,
            Verdict verdict,
            @Nullable String comment,
            Instant createdAt) {
        this.team = team;
        this.account = account;
        this.articleVersion = statement.articleVersion;
        this.statement = statement;
        this.contentStart = StatementCards.start(statement);
        this.contentEnd = StatementCards.end(statement);
        this.speakerName = statement.speakerName;
        this.statementForm = statement.form;
        this.verdict = verdict;
        this.comment = comment;
        this.createdAt = createdAt;
    }
}
