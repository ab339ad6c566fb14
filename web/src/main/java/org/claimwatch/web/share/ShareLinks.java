package org.claimwatch.web.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.share.SharedList.Choose;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Links that open one list: its query is copied when the link is made, so nobody widens it later. */
@ApplicationScoped
class ShareLinks {
    private final Session session;
    private final Rows rows;
    private final TeamRows teams;
    private final Clock clock;

    ShareLinks(Session session, Rows rows, TeamRows teams, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.teams = teams;
        this.clock = clock;
    }

    record Link(
            long id,
            String name,
            String query,
            String by,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean ended) {}

    record Opened(String name, String query, Instant expiresAt) {}

    List<Link> of(Member member) {
        return rows.list(Link.class, """
                select l.id, l.name, l.query, a.name as by, l.created_at, l.expires_at, l.revoked_at,
                       (l.revoked_at is not null or l.expires_at <= :now) as ended
                from share_link l join account a on a.id = l.created_by
                where l.team_id = :team order by l.created_at desc, l.id desc limit 200
                """, Map.of("team", member.teamId(), "now", clock.instant()));
    }

    long count(Member member) {
        return rows.number("select count(*) from share_link where team_id = :team", Map.of("team", member.teamId()));
    }

    List<Choose> monitors(Member member) {
        return rows.list(
                Choose.class,
                "select id, name from monitor where team_id = :team order by name",
                Map.of("team", member.teamId()));
    }

    /** The token is returned here and kept nowhere; nothing if the team has no such monitor. */
    Optional<Token> share(Member member, long account, long monitor, Duration lasting) {
        Token token = Token.random();
        int made = session.createNativeMutationQuery("""
                        insert into share_link (team_id, name, query, token_hash, created_by, created_at, expires_at)
                        select team_id, name, query, :hash, :account, :now, :until from monitor
                        where id = :monitor and team_id = :team""")
                .setParameter("hash", token.hash())
                .setParameter("account", account)
                .setParameter("now", clock.instant(), Instant.class)
                .setParameter("until", clock.instant().plus(lasting), Instant.class)
                .setParameter("monitor", monitor)
                .setParameter("team", member.teamId())
                .executeUpdate();
        return made == 0 ? Optional.empty() : Optional.of(token);
    }

    boolean revoke(Member member, long id) {
        return session.createNativeMutationQuery(
                                "update share_link set revoked_at = :now where id = :id and team_id = :team and revoked_at is null")
                        .setParameter("now", clock.instant(), Instant.class)
                        .setParameter("id", id)
                        .setParameter("team", member.teamId())
                        .executeUpdate()
                > 0;
    }

    /** Reads with the link's own sight alone: of the team's rows, this one and what the team said of readings. */
    <T> Optional<T> open(Token token, Function<Opened, T> read) {
        return teams.withToken(
                token.hash(),
                () -> rows.first(Opened.class, """
                                select name, query, expires_at from share_link
                                where token_hash = :hash and revoked_at is null and expires_at > :now
                                """, Map.of("hash", token.hash(), "now", clock.instant()))
                        .map(read));
    }
}
