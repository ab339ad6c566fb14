package org.claimwatch.common.claim;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A directed relation between two claims; SAME_AS and CONTRADICTS hold both ways but are stored once. */
@Entity
public class ClaimRelation {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "from_claim_id")
    public Claim from;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "to_claim_id")
    public Claim to;

    @Enumerated(EnumType.STRING)
    public ClaimRelationKind kind;

    /** 0 to 1. */
    public float confidence;

    @SuppressWarnings("NullAway.Init")
    protected ClaimRelation() {}

    public ClaimRelation(Claim from, Claim to, ClaimRelationKind kind, float confidence) {
        this.from = from;
        this.to = to;
        this.kind = kind;
        this.confidence = confidence;
    }
}
