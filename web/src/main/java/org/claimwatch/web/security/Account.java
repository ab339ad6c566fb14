package org.claimwatch.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who has signed in at least once. */
@Entity
public class Account {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** The identity provider's name for the person, the only one that never changes. */
    public String subject;

    public String name;
    public @Nullable String email;

    /** IANA zone in which pages show times. */
    public String timeZone = "UTC";

    /** BCP 47 language of the interface, as the person chose it; null follows the browser. */
    public @Nullable String language;

    /** Light or dark, as the person chose it; null follows the browser. */
    @Enumerated(EnumType.STRING)
    public @Nullable Theme theme;

    /** Whether single keys act on pages. */
    public boolean keyboard = true;

    public Instant lastSeenAt;

    /** In the addresses of the person's private feeds; a higher number makes the old ones worthless. */
    public int feedNumber = 1;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}
}
