package org.claimwatch.web.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One edition of a digest; its row in the ledger is there before it is sent, one for each period. */
@Entity
public class DigestIssue {
    /** How an edition fares: waiting, mailed, nothing to say, or given up after many tries. */
    public enum State {
        PENDING,
        SENT,
        QUIET,
        FAILED
    }

    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Digest digest;

    public Instant periodStart;
    public Instant periodEnd;

    @Enumerated(EnumType.STRING)
    public State state = State.PENDING;

    /** The same at every attempt, so that a mail server that got it twice can tell. */
    public String messageId;

    public @Nullable String subject;
    public @Nullable Integer claimCount;
    public @Nullable Instant sentAt;

    /** What the mail server said at the last attempt, for a person to read. */
    public @Nullable String error;

    @SuppressWarnings("NullAway.Init")
    protected DigestIssue() {}

    /** Whether it was given up before it was composed: what it had to tell is told by nobody yet. */
    boolean untold() {
        return state == State.FAILED && subject == null;
    }
}
