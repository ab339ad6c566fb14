package org.claimwatch.web.team;

import java.util.Arrays;
import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Deed;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Role;
import org.jspecify.annotations.Nullable;

/** A team, its members, and whom it has invited. */
public record TeamPage(
        Member member,
        List<MemberLine> members,
        List<InvitationLine> invitations,
        String email,
        List<String> problems) {
    /**
     * One member.
     *
     * @param group that gives a role; null if none does
     * @param granted whether an admin of the team gave one
     */
    public record MemberLine(
            long id,
            String name,
            String email,
            Role role,
            @Nullable String group,
            boolean granted,
            When lastSeen) {}

    /** One invitation that can still be accepted. */
    public record InvitationLine(long id, String email, String role, String by, When until) {}

    /** A row of the table of who may do what. */
    public record DeedLine(String words, List<Boolean> allowed) {}

    /** What an invited person sees. */
    public record InvitationPage(
            String token, String team, String role, String by, String email, boolean otherAddress, When until) {}

    public boolean admin() {
        return member.may(Role.ADMIN);
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public List<DeedLine> deeds() {
        return Arrays.stream(Deed.values())
                .map(deed -> new DeedLine(
                        deed.words(),
                        Arrays.stream(Role.values()).map(deed::allowed).toList()))
                .toList();
    }
}
