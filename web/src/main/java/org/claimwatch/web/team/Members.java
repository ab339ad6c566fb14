package org.claimwatch.web.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.TeamWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who belongs to a team and why; it never loses its last admin. */
@ApplicationScoped
class Members {
    private final Session session;
    private final Rows rows;

    Members(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    /** One member, as stored. */
    record Belonging(
            long id,
            long accountId,
            String name,
            @Nullable String email,
            Role role,
            @Nullable Role groupRole,
            @Nullable Role grantedRole,
            Instant lastSeenAt) {}

    /** Why a change was not made; what to do next included. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    List<Belonging> of(Member member) {
        return rows.list(Belonging.class, """
                select m.id, a.id as account_id, a.name, a.email, m.role, m.group_role, m.granted_role, a.last_seen_at
                from membership m join account a on a.id = m.account_id
                where m.team_id = :team order by a.name, m.id""", Map.of("team", member.teamId()));
    }

    /** Grants a role in place of the one granted before; below what a group gives it changes nothing, and is refused. */
    void grant(Member member, long id, Role role) {
        Belonging belonging = locked(member, id);
        if (belonging.groupRole() != null && belonging.groupRole().covers(role)) {
            throw new Refused(TeamWords.SAY.groupFirst(
                    belonging.name(), belonging.groupRole().label(), group(member, belonging)));
        }
        session.createNativeMutationQuery("update membership set granted_role = :role, role = :role where id = :id")
                .setParameter("role", role.name())
                .setParameter("id", id)
                .executeUpdate();
        keepAnAdmin(member);
    }

    void remove(Member member, long id) {
        Belonging belonging = locked(member, id);
        if (belonging.groupRole() != null && belonging.grantedRole() == null) {
            throw new Refused(
                    TeamWords.SAY.belongsByGroup(belonging.name(), member.teamName(), group(member, belonging)));
        }
        session.createNativeMutationQuery(
                        belonging.groupRole() == null
                                ? "delete from membership where id = :id"
                                : "update membership set granted_role = null, role = group_role where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        keepAnAdmin(member);
    }

    /** Two admins who remove each other at once wait for one another at the team's row. */
    private Belonging locked(Member member, long id) {
        rows.longs("select id from team where id = :team for update", Map.of("team", member.teamId()));
        return of(member).stream()
                .filter(belonging -> belonging.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void keepAnAdmin(Member member) {
        if (of(member).stream().noneMatch(belonging -> belonging.role() == Role.ADMIN)) {
            throw new Refused(TeamWords.SAY.noAdminLeft(member.teamName()));
        }
    }

    static String group(Member member, Belonging belonging) {
        return "/teams/%s/%s"
                .formatted(
                        member.slug(),
                        Objects.requireNonNull(belonging.groupRole()).name().toLowerCase(java.util.Locale.ROOT));
    }
}
