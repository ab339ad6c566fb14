package org.claimwatch.common.story;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that several outlets report. */
@Entity
public class Story {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** The title of its first article. */
    public String title;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Story() {}

    public Story(String title, Instant createdAt) {
        this.title = title;
        this.createdAt = createdAt;
    }
}
