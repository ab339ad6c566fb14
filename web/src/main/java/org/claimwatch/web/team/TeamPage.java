package org.claimwatch.web.team;

import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;

/** A team and its members. */
public record TeamPage(Member member, List<MemberLine> members) {
    /** One member. */
    public record MemberLine(String name, String email, String role, When lastSeen) {}
}
