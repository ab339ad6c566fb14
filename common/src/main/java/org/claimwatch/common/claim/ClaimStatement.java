package org.claimwatch.common.claim;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.claimwatch.common.statement.Statement;
import org.jspecify.annotations.Nullable;

/** That a statement asserts or denies a claim; a statement has at most one claim. */
@Entity
public class ClaimStatement {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Claim claim;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    public Statement statement;

    @Enumerated(EnumType.STRING)
    public ClaimPolarity polarity;

    /** 0 to 1. */
    public float confidence;

    @SuppressWarnings("NullAway.Init")
    protected ClaimStatement() {}

    public ClaimStatement(Claim claim, Statement statement, ClaimPolarity polarity, float confidence) {
        this.claim = claim;
        this.statement = statement;
        this.polarity = polarity;
        this.confidence = confidence;
    }
}
