package org.claimwatch.web.basket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.security.Member;
import org.hibernate.Session;

/** Puts statements into a basket and takes them out. */
@ApplicationScoped
class BasketOfPerson {
    static final long ROOM = 5_000;

    private final Session session;
    private final Baskets baskets;
    private final Clock clock;

    BasketOfPerson(Session session, Baskets baskets, Clock clock) {
        this.session = session;
        this.baskets = baskets;
        this.clock = clock;
    }

    /** Of what a page shows, the ticked are in afterwards and the others not. Whether there was room for all. */
    boolean settle(Member member, long accountId, Set<Long> shown, Set<Long> ticked) {
        Set<Long> held = baskets.held(member, accountId, shown);
        takeOut(
                member,
                accountId,
                held.stream().filter(id -> !ticked.contains(id)).collect(Collectors.toSet()));
        Set<Long> fresh = ticked.stream().filter(id -> !held.contains(id)).collect(Collectors.toSet());
        if (baskets.size(member, accountId) + fresh.size() > ROOM) {
            return false;
        }
        putIn(member, accountId, fresh);
        return true;
    }

    private void putIn(Member member, long accountId, Collection<Long> statements) {
        if (!statements.isEmpty()) {
            session.createNativeMutationQuery("""
                            insert into basket_item
                              (team_id, account_id, article_version_id, content_start, content_end, added_at)
                            select :team, :account, s.article_version_id, min(p.span_start), max(p.span_end), :now
                            from statement s join statement_content_span p on p.statement_id = s.id
                            where s.id in (:ids) group by s.id, s.article_version_id
                            on conflict do nothing""")
                    .setParameter("team", member.teamId())
                    .setParameter("account", accountId)
                    .setParameter("now", clock.instant(), Instant.class)
                    .setParameter("ids", statements)
                    .executeUpdate();
        }
    }

    private void takeOut(Member member, long accountId, Collection<Long> statements) {
        if (!statements.isEmpty()) {
            session.createNativeMutationQuery("""
                            delete from basket_item b using (
                              select s.article_version_id, min(p.span_start) as content_start, max(p.span_end) as content_end
                              from statement s join statement_content_span p on p.statement_id = s.id
                              where s.id in (:ids) group by s.id, s.article_version_id) gone
                            where b.team_id = :team and b.account_id = :account
                              and b.article_version_id = gone.article_version_id
                              and b.content_start = gone.content_start and b.content_end = gone.content_end""")
                    .setParameter("team", member.teamId())
                    .setParameter("account", accountId)
                    .setParameter("ids", statements)
                    .executeUpdate();
        }
    }

    void empty(Member member, long accountId) {
        session.createNativeMutationQuery("delete from basket_item where team_id = :team and account_id = :account")
                .setParameter("team", member.teamId())
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
