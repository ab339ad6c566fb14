package org.claimwatch.common.statement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** One step of the chain from the original speaker (position 0) towards the outlet, which is itself left out. */
@Entity
public class AttributionHop {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Statement statement;

    public int position;

    @Enumerated(EnumType.STRING)
    public HopKind kind;

    public String name;

    /** Where the text names this hop; null only where nothing names the speaker. */
    @Embedded
    public @Nullable TextSpan span;

    @SuppressWarnings("NullAway.Init")
    protected AttributionHop() {}

    public AttributionHop(Statement statement, int position, HopKind kind, String name, @Nullable TextSpan span) {
        this.statement = statement;
        this.position = position;
        this.kind = kind;
        this.name = name;
        this.span = span;
    }
}
