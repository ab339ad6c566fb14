package org.claimwatch.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimwatch.web.mail.Courier;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.words.TeamWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Invitations by e-mail: the token stands in the e-mail alone, works once, and ends by itself. */
@ApplicationScoped
class Invitations {
    /** Enough for a team that begins, too few for a campaign. */
    private static final int MOST_OPEN = 50;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"\\p{Cntrl}]{1,64}@[a-zA-Z0-9.-]{1,190}");
    private static final String OPEN = "accepted_at is null and revoked_at is null and expires_at > :now";

    private final Session session;
    private final Rows rows;
    private final TeamRows teams;
    private final Courier courier;
    private final TeamConfig config;
    private final Clock clock;

    Invitations(Session session, Rows rows, TeamRows teams, Courier courier, TeamConfig config, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.teams = teams;
        this.courier = courier;
        this.config = config;
        this.clock = clock;
    }

    /** One that can still be accepted. */
    record Open(
            long id, long teamId, String email, Role role, String by, String team, String slug, Instant expiresAt) {}

    /** The mail server did not take it. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String answer) {
            super(answer);
        }
    }

    /** What the e-mail says. */
    record InvitationMail(String by, String team, String role, String link, String until) {}

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance invitationMail(InvitationMail mail);
    }

    /** What stands in the way; empty if nothing does. */
    List<String> problems(Member member, String email, @Nullable Role role) {
        if (!EMAIL.matcher(email).matches()) {
            return List.of(TeamWords.SAY.noEmail(email));
        }
        if (role == null) {
            return List.of(TeamWords.SAY.chooseRoleFor(email));
        }
        return open(member).size() >= MOST_OPEN ? List.of(TeamWords.SAY.tooManyOpen(MOST_OPEN)) : List.of();
    }

    /** Enters and mails it; an e-mail that no server takes leaves no invitation behind. */
    void invite(Member member, Viewer by, String email, Role role) {
        Token token = Token.random();
        Instant now = clock.instant();
        Instant until = now.plus(config.invitationsLast());
        session.createNativeMutationQuery("""
                        insert into invitation (team_id, email, role, token_hash, invited_by, created_at, expires_at)
                        values (:team, :email, :role, :hash, :by, :now, :until)""")
                .setParameter("team", member.teamId())
                .setParameter("email", email)
                .setParameter("role", role.name())
                .setParameter("hash", token.hash())
                .setParameter("by", by.accountId())
                .setParameter("now", now, Instant.class)
                .setParameter("until", until, Instant.class)
                .executeUpdate();
        String link = config.address().resolve("/invitations/" + token.value()).toString();
        String words = Templates.invitationMail(new InvitationMail(
                        oneLine(by.name()),
                        member.teamName(),
                        role.label(),
                        link,
                        until.toString().substring(0, 10)))
                .render();
        courier.deliver(email, TeamWords.SAY.mailSubject(by.name(), member.teamName()), words)
                .ifPresent(answer -> {
                    throw new NotTaken(answer);
                });
    }

    List<Open> open(Member member) {
        return rows.list(
                Open.class,
                select("i.team_id = :team and ") + " order by i.created_at desc",
                Map.of("team", member.teamId(), "now", clock.instant()));
    }

    /** Whether there was one to take back. */
    boolean revoke(Member member, long id) {
        return session.createNativeMutationQuery(
                                "update invitation set revoked_at = :now where id = :id and team_id = :team and "
                                        + OPEN)
                        .setParameter("now", clock.instant(), Instant.class)
                        .setParameter("id", id)
                        .setParameter("team", member.teamId())
                        .executeUpdate()
                > 0;
    }

    Optional<Open> shown(Token token) {
        Optional<Long> team =
                teams.withToken(
                        token.hash(),
                        () -> rows
                                .longs(
                                        "select team_id from invitation where token_hash = :hash",
                                        Map.of("hash", token.hash()))
                                .stream()
                                .findFirst());
        return team.flatMap(id -> teams.of(
                id,
                () -> rows.first(
                        Open.class,
                        select("i.token_hash = :hash and "),
                        Map.of("hash", token.hash(), "now", clock.instant()))));
    }

    /** Joins the team, once; the role of whoever is in it already only rises. */
    Optional<Open> accept(Token token, long account) {
        return shown(token).filter(open -> teams.of(open.teamId(), account, () -> join(open, account)));
    }

    private boolean join(Open open, long account) {
        int taken = session.createNativeMutationQuery(
                        "update invitation set accepted_at = :now, accepted_by = :account where id = :id and " + OPEN)
                .setParameter("now", clock.instant(), Instant.class)
                .setParameter("account", account)
                .setParameter("id", open.id())
                .executeUpdate();
        if (taken == 0) {
            return false;
        }
        session.createNativeMutationQuery("""
                        insert into membership (team_id, account_id, role, granted_role) values (:team, :account, :role, :role)
                        on conflict (team_id, account_id) do update set
                          granted_role = case when claimwatch_rank(excluded.role) > claimwatch_rank(membership.granted_role)
                                              then excluded.role else membership.granted_role end,
                          role = case when claimwatch_rank(excluded.role) > claimwatch_rank(membership.role)
                                      then excluded.role else membership.role end
                        """)
                .setParameter("team", open.teamId())
                .setParameter("account", account)
                .setParameter("role", open.role().name())
                .executeUpdate();
        return true;
    }

    private static String select(String which) {
        return """
                select i.id, i.team_id, i.email, i.role, a.name as by, t.name as team, t.slug, i.expires_at
                from invitation i join account a on a.id = i.invited_by join team t on t.id = i.team_id
                where %s""".formatted(which + "i." + OPEN.replace("and ", "and i."));
    }

    /** A name comes from the sign-in service, and must not write headers or paragraphs of its own. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
