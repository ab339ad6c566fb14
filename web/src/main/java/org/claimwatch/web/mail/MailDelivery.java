package org.claimwatch.web.mail;

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

/** One recipient's copy of a letter, and how it fares. */
@Entity
public class MailDelivery {
    /** Waiting, taken by the mail server, given up or refused for good, or never tried because nobody wants it there. */
    public enum State {
        PENDING,
        SENT,
        FAILED,
        WITHHELD
    }

    @Id
    @GeneratedValue
    public @Nullable Long id;

    public long teamId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "letter_id")
    public MailLetter letter;

    public String address;

    /** The same at every attempt, so that a mail server that got it twice can tell. */
    public String messageId;

    @Enumerated(EnumType.STRING)
    public State state = State.PENDING;

    public int attempts;

    /** What the mail server said last, or why nothing was sent. */
    public @Nullable String answer;

    public @Nullable Instant settledAt;
    public @Nullable Instant bouncedAt;
    public @Nullable String bounceStatus;
    public @Nullable String bounceAnswer;

    @SuppressWarnings("NullAway.Init")
    protected MailDelivery() {}

    MailDelivery(MailLetter letter, String address, String messageId) {
        this.teamId = letter.teamId;
        this.letter = letter;
        this.address = address;
        this.messageId = messageId;
    }

    /** Under way once more, as the same mail. */
    void again() {
        state = State.PENDING;
        answer = null;
        settledAt = null;
    }

    void settle(State state, @Nullable String answer, Instant now) {
        this.state = state;
        this.answer = answer;
        this.settledAt = now;
    }
}
