package org.claimwatch.web.security;

import java.util.Locale;

/** What a member may do in a team; each role may do all that the ones before it may. */
public enum Role {
    VIEWER,
    ANALYST,
    EDITOR,
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
