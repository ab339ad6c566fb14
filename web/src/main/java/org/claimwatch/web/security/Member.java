package org.claimwatch.web.security;

/** A viewer's place in one team. */
public record Member(long teamId, String slug, String teamName, Role role) {
    public boolean may(Role needed) {
        return role.covers(needed);
    }

    public boolean analyses() {
        return may(Role.ANALYST);
    }

    public boolean edits() {
        return may(Role.EDITOR);
    }

    /** Where the team's own pages begin. */
    public String home() {
        return "/teams/" + slug;
    }
}
