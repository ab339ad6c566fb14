package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.digest.Digest;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.review.Review;
import org.claimwatch.web.review.Verdict;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.security.TeamRows;

/** What a team saves, put there without its pages. */
@ApplicationScoped
public class Desk {
    private final EntityManager entities;
    private final TeamRows teams;

    Desk(EntityManager entities, TeamRows teams) {
        this.entities = entities;
        this.teams = teams;
    }

    /** The rows that one team made. */
    public record Made(long monitor, long digest, long review) {}

    /** One monitor with its digest and one review, with names that can be looked for. */
    public Made make(String slug, String name, String query, Instant now, String... recipients) {
        return in(slug, () -> {
            Team team = entities.getReference(Team.class, teamId(slug));
            Account account = account(slug);
            var monitor = new Monitor(team, name, query, account, now);
            entities.persist(monitor);
            var digest = new Digest(team, monitor, LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), recipients, now);
            entities.persist(digest);
            Statement statement = entities.createQuery("from Statement order by id", Statement.class)
                    .setMaxResults(1)
                    .getSingleResult();
            var review = new Review(team, account, statement, Verdict.ACCEPTED, "Comment on " + name, now);
            entities.persist(review);
            return new Made(monitor.id, digest.id, review.id);
        });
    }

    /** What a test reads or writes of a team's rows: nobody sees them without saying whose. */
    public <T> T in(String slug, Supplier<T> work) {
        return teams.of(teamId(slug), work);
    }

    /** The team is made if there is none, as the first sign-in of a member does. */
    public long teamId(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select set_config('claimwatch.signing_in', '0', true)", String.class)
                    .getSingleResult();
            entities.createNativeQuery(
                            "insert into team (slug, name) values (:slug, upper(left(:slug, 1)) || replace(substr(:slug, 2), '-', ' '))"
                                    + " on conflict do nothing")
                    .setParameter("slug", slug)
                    .executeUpdate();
            return ((Number) entities.createNativeQuery("select id from team where slug = :slug")
                            .setParameter("slug", slug)
                            .getSingleResult())
                    .longValue();
        });
    }

    private Account account(String slug) {
        entities.createNativeQuery(
                        "insert into account (subject, name) values (:subject, 'Somebody of ' || :slug) on conflict do nothing")
                .setParameter("subject", "member-of-" + slug)
                .setParameter("slug", slug)
                .executeUpdate();
        return entities.createQuery("from Account where subject = :subject", Account.class)
                .setParameter("subject", "member-of-" + slug)
                .getSingleResult();
    }

    /** How many rows all teams together have. */
    public long count(String table) {
        return teams.onRounds(() -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }
}
