package org.claimwatch.web.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Lets work that no viewer asked for (a task, a link with a token) reach one team's rows, and only those; a page needs none
 * of it, {@link Gate} has seen to that. Each call is a transaction of its own.
 */
@ApplicationScoped
public class TeamRows {
    static final ScopedValue<Sight> SIGHT = ScopedValue.newInstance();

    /** As long as the transaction manager gives one that says nothing. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private final Session session;

    TeamRows(Session session) {
        this.session = session;
    }

    /** What the work sees and changes is this team's. */
    public <T> T of(long teamId, Supplier<T> work) {
        return within(Sight.ofTeam(teamId, null), USUAL, work);
    }

    /** For a person who is no member yet: the audit log tells who it was. */
    public <T> T of(long teamId, long actor, Supplier<T> work) {
        return within(Sight.ofTeam(teamId, actor), USUAL, work);
    }

    public void of(long teamId, Runnable work) {
        of(teamId, USUAL, work);
    }

    /** For work that takes longer than a minute, such as one that waits for a mail server. */
    public void of(long teamId, Duration longest, Runnable work) {
        within(Sight.ofTeam(teamId, null), longest, () -> {
            work.run();
            return true;
        });
    }

    /** Looks, read-only, through the rows of all teams that tasks work on: to find what is due, and whose it is. */
    public <T> T onRounds(Supplier<T> look) {
        return within(Sight.ROUNDS, USUAL, look);
    }

    /** Whose a row is that a task knows by its id alone; the table's name is the code's, never a person's. */
    public Optional<Long> teamOf(String table, long id) {
        return onRounds(
                () -> session.createNativeQuery("select team_id from %s where id = :id".formatted(table), Long.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst());
    }

    public List<Long> allTeams() {
        return onRounds(() -> session.createNativeQuery("select id from team order by id", Long.class)
                .getResultList());
    }

    /** Looks with a token that somebody showed, whose hash opens the one row that carries it. */
    public <T> T withToken(String hash, Supplier<T> look) {
        return within(Sight.ofToken(hash), USUAL, look);
    }

    private static <T> T within(Sight sight, Duration longest, Supplier<T> work) {
        return ScopedValue.where(SIGHT, sight)
                .call(() -> QuarkusTransaction.requiringNew()
                        .timeout(Math.toIntExact(longest.toSeconds()))
                        .call(work::get));
    }
}
