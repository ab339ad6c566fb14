package org.claimwatch.web.security;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be done in a team, and the least role that may: the whole table. A route below {@code /teams/{slug}/<place>} that
 * changes something asks for exactly that role ({@code RoutesTest}); members read it on their team's page.
 */
public enum Deed {
    READ("", Role.VIEWER, "read whatever the team keeps"),
    SUBSCRIBE("mine", Role.VIEWER, "have digests of one’s own"),
    KEEP("searches", Role.VIEWER, "keep searches of one’s own; analysts, the team’s"),
    PICK("basket", Role.VIEWER, "fill a basket of one’s own"),
    WATCH("monitors", Role.ANALYST, "make, change and delete monitors"),
    REVIEW("reviews", Role.ANALYST, "review readings, correct and comment on them"),
    CHECK("fact-checks", Role.ANALYST, "say whether a fact-check is about a claim"),
    JUDGE("verdicts", Role.EDITOR, "give verdicts on claims and open them to others"),
    CODE("coding", Role.ANALYST, "draw rounds of blind coding and code"),
    TAG("tags", Role.ANALYST, "tag statements, claims and articles"),
    NOTE("notes", Role.ANALYST, "write notes beside them"),
    MERGE("merges", Role.EDITOR, "say which actors and which claims are one, and which are not"),
    SHARE("shares", Role.EDITOR, "share a monitor's list with whoever has the link"),
    SEND("digests", Role.EDITOR, "set up digests and send them"),
    ALERT("alerts", Role.EDITOR, "have monitors raise alerts, by e-mail, webhook and feed"),
    AUDIT("audit", Role.ADMIN, "read the audit log"),
    INVITE("invitations", Role.ADMIN, "invite people and take invitations back"),
    GRANT("members", Role.ADMIN, "change roles and remove members");

    private final String place;
    private final Role role;
    private final String words;

    Deed(String place, Role role, String words) {
        this.place = place;
        this.role = role;
        this.words = words;
    }

    /** The deed whose pages begin with this word below the team's own. */
    public static Optional<Deed> at(String place) {
        return Arrays.stream(values()).filter(deed -> deed.place.equals(place)).findFirst();
    }

    public Role role() {
        return role;
    }

    public String words() {
        return words;
    }

    public boolean allowed(Role role) {
        return role.covers(this.role);
    }
}
