package org.claimwatch.web.outlet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list of outlets that somebody handed in, kept until its preview is confirmed and for a while after. */
@Entity
public class OutletImport {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    public String fileName;

    /** As uploaded. */
    public byte[] content;

    public Instant uploadedAt;
    public @Nullable Instant takenAt;

    /** What came of it, for a person to read. */
    public @Nullable String outcome;

    @SuppressWarnings("NullAway.Init")
    protected OutletImport() {}

    public OutletImport(String fileName, byte[] content, Instant uploadedAt) {
        this.fileName = fileName;
        this.content = content;
        this.uploadedAt = uploadedAt;
    }
}
