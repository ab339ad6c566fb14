package org.claimwatch.web.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
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

    /** Begin and end of each stretch from the one to the other, without the narrator's words between two quotations. */
    public Integer @Nullable [] correctedSpans;

    public @Nullable String correctedSpeaker;

    /** The speaker's stance as it ought to be, with its target. */
    public @Nullable String correctedTarget;

    @Enumerated(EnumType.STRING)
    public @Nullable Polarity correctedPolarity;

    /** The target toward which the speaker takes no side, though the machine read one. */
    public @Nullable String correctedNoStance;

    /** The claim that it ought to belong to. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Claim correctedClaim;

    /** Whether it makes no claim, though the machine read one. */
    public boolean correctedNoClaim;

    /** Whether it asserts or denies the claim; null where that stays as it was read. */
    @Enumerated(EnumType.STRING)
    public @Nullable ClaimPolarity correctedClaimPolarity;

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

    /** What was said, as corrected; empty where the machine's spans stay. Of an old correction its two ends alone. */
    public List<TextSpan> correctedContent() {
        if (correctedSpans != null) {
            Integer[] ends = correctedSpans;
            return IntStream.range(0, ends.length / 2)
                    .mapToObj(i -> new TextSpan(ends[2 * i], ends[2 * i + 1]))
                    .toList();
        }
        return correctedStart == null || correctedEnd == null
                ? List.of()
                : List.of(new TextSpan(correctedStart, correctedEnd));
    }

    void correctContent(List<TextSpan> spans) {
        correctedStart = spans.getFirst().start();
        correctedEnd = spans.getLast().end();
        correctedSpans = spans.stream()
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .toArray(Integer[]::new);
    }
}
