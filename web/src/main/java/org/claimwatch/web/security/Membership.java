package org.claimwatch.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** That an account belongs to a team, and as what. */
@Entity
public class Membership {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;

    /** The stronger of the two below. */
    @Enumerated(EnumType.STRING)
    public Role role;

    /** What a group of the sign-in service says; null if none does. */
    @Enumerated(EnumType.STRING)
    public @Nullable Role groupRole;

    /** What an admin of the team granted, by an invitation or later; null if none did. */
    @Enumerated(EnumType.STRING)
    public @Nullable Role grantedRole;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}
}
