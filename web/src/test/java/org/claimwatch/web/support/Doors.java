package org.claimwatch.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimwatch.web.security.Token;

/** Pages that only a link leads to, and the page of an article that was erased. */
@ApplicationScoped
public class Doors {
    private static final long ERASED = 987_654_322;

    private final Desk desk;
    private final EntityManager entities;

    Doors(Desk desk, EntityManager entities) {
        this.desk = desk;
        this.entities = entities;
    }

    public String invitation(String slug) {
        Token token = Token.random();
        put(slug, token, """
                insert into invitation (team_id, email, role, token_hash, invited_by, created_at, expires_at)
                select :team, 'door-' || left(:hash, 8) || '@example.org', 'VIEWER', :hash, min(a.id), now(), now() + interval '9 days'
                from account a""");
        return "/invitations/" + token.value();
    }

    public String shared(String slug) {
        Token token = Token.random();
        put(slug, token, """
                insert into share_link (team_id, name, query, token_hash, created_by, created_at, expires_at)
                select :team, 'In all languages', 'ceasefire', :hash, min(a.id), now(), now() + interval '9 days' from account a""");
        return "/shared/" + token.value();
    }

    public String erased(String slug) {
        desk.in(
                slug,
                () -> entities.createNativeQuery("""
                                insert into erasure (article_id, outlet_id, address_hash, account_id, requested_by, requested_at, erased_at)
                                select :article, min(o.id), repeat('0b', 32), (select min(id) from account), 'Ada', now(),
                                       '2025-09-17T05:00:00Z' from outlet o on conflict do nothing""")
                        .setParameter("article", ERASED)
                        .executeUpdate());
        return "/articles/" + ERASED;
    }

    private void put(String slug, Token token, String insert) {
        long team = desk.teamId(slug);
        desk.in(
                slug,
                () -> entities.createNativeQuery(insert)
                        .setParameter("team", team)
                        .setParameter("hash", token.hash())
                        .executeUpdate());
    }
}
