package org.claimwatch.common.claim;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The canonical proposition that one or more statements assert or deny. */
@Entity
public class Claim {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** One sentence. */
    public String text;

    /** BCP 47 of {@link #text}. */
    public @Nullable String language;

    /** 0 to 1. */
    public float checkWorthy;

    /** When this instance first met the claim; when it was first said stands in its statements' articles. */
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    public Claim(String text, @Nullable String language, float checkWorthy, Instant createdAt) {
        this.text = text;
        this.language = language;
        this.checkWorthy = checkWorthy;
        this.createdAt = createdAt;
    }
}
