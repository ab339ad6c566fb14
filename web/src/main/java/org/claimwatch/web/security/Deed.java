package org.claimwatch.web.security;

import java.util.Arrays;
import java.util.Optional;
import org.claimwatch.web.words.TeamWords;

/**
 * What can be done in a team, and the least role that may: the whole table. A route below {@code /teams/{slug}/<place>} that
 * changes something asks for exactly that role ({@code RolesTest}); members read it on their team's page.
 */
public enum Deed {
    READ("", Role.VIEWER),
    SUBSCRIBE("mine", Role.VIEWER),
    KEEP("searches", Role.VIEWER),
    PICK("basket", Role.VIEWER),
    WATCH("monitors", Role.ANALYST),
    REVIEW("reviews", Role.ANALYST),
    CHECK("fact-checks", Role.ANALYST),
    JUDGE("verdicts", Role.EDITOR),
    CODE("coding", Role.ANALYST),
    TAG("tags", Role.ANALYST),
    NOTE("notes", Role.ANALYST),
    MERGE("merges", Role.EDITOR),
    SHARE("shares", Role.EDITOR),
    SEND("digests", Role.EDITOR),
    ALERT("alerts", Role.EDITOR),
    AUDIT("audit", Role.ADMIN),
    INVITE("invitations", Role.ADMIN),
    GRANT("members", Role.ADMIN);

    private final String place;
    private final Role role;

    Deed(String place, Role role) {
        this.place = place;
        this.role = role;
    }

    /** The deed whose pages begin with this word below the team's own. */
    public static Optional<Deed> at(String place) {
        return Arrays.stream(values()).filter(deed -> deed.place.equals(place)).findFirst();
    }

    public Role role() {
        return role;
    }

    public String words() {
        return TeamWords.SAY.deed(this);
    }

    public boolean allowed(Role role) {
        return role.covers(this.role);
    }
}
