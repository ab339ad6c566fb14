package org.claimwatch.web.security;

import org.claimwatch.web.words.LayoutWords;

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
        return LayoutWords.SAY.role(this);
    }
}
