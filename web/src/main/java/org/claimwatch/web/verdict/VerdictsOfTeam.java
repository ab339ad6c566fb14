package org.claimwatch.web.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.verdict.VerdictInput.Checked;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes a team's verdicts, and opens and closes the address at which anybody may read them. */
@ApplicationScoped
class VerdictsOfTeam {
    static final String PATH = "/claim-reviews/";

    private static final String PURPOSE = "claim-reviews";

    private final Session session;
    private final Rows rows;
    private final Seal seal;
    private final TeamRows teams;
    private final Clock clock;

    VerdictsOfTeam(Session session, Rows rows, Seal seal, TeamRows teams, Clock clock) {
        this.session = session;
        this.rows = rows;
        this.seal = seal;
        this.teams = teams;
        this.clock = clock;
    }

    /** Whether there is such a claim; it stays as it is worded now, whatever becomes of it. */
    boolean give(Member member, long account, long claim, Checked said) {
        return session.createNativeMutationQuery("""
                        insert into claim_verdict (team_id, claim_id, words, language, claimant, claimant_person, rating,
                          rating_value, rating_best, explanation, url, organisation, organisation_url, account_id, given_at)
                        select :team, c.id, c.text, c.language, cast(:claimant as text), :person, :rating, :value, :best,
                          :explanation, :url, :organisation, cast(:organisation_url as text), :account, :now
                        from claim c where c.id = :claim""")
                        .setParameter("team", member.teamId())
                        .setParameter("claim", claim)
                        .setParameter("claimant", said.claimant(), String.class)
                        .setParameter("person", said.claimantPerson())
                        .setParameter("rating", said.rating())
                        .setParameter("value", said.value())
                        .setParameter("best", said.best())
                        .setParameter("explanation", said.explanation())
                        .setParameter("url", said.url())
                        .setParameter("organisation", said.organisation())
                        .setParameter("organisation_url", said.organisationUrl(), String.class)
                        .setParameter("account", account)
                        .setParameter("now", clock.instant(), Instant.class)
                        .executeUpdate()
                > 0;
    }

    /** It stays in the history; the one before counts again. */
    boolean takeBack(Member member, long account, long id) {
        return session.createNativeMutationQuery("""
                        update claim_verdict set undone_at = :now, undone_by = :account
                        where team_id = :team and id = :id and undone_at is null""")
                        .setParameter("now", clock.instant(), Instant.class)
                        .setParameter("account", account)
                        .setParameter("team", member.teamId())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** A closed address is closed for good: what is opened again has another. */
    void publish(Member member, long account, boolean open) {
        session.createNativeMutationQuery("""
                        insert into claim_review_feed (team_id, open, account_id, changed_at) values (:team, :open, :account, :now)
                        on conflict (team_id) do update
                        set number = claim_review_feed.number + case when claim_review_feed.open and not :open then 1 else 0 end,
                            open = :open, account_id = :account, changed_at = :now""")
                .setParameter("team", member.teamId())
                .setParameter("open", open)
                .setParameter("account", account)
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
    }

    private record Feed(int number) {}

    private record Name(String name) {}

    @Nullable String path(Member member) {
        return feed(member.teamId())
                .map(feed -> PATH
                        + seal.seal(PURPOSE, List.of(Long.toString(member.teamId()), Integer.toString(feed.number()))))
                .orElse(null);
    }

    private Optional<Feed> feed(long team) {
        return rows.first(
                Feed.class,
                "select number from claim_review_feed where team_id = :team and open",
                Map.of("team", team));
    }

    /** Whose verdicts an address opens, and under which name. */
    record Opened(long team, String name) {}

    /** Reads with the sight of the one team whose address it is, if that is open. */
    <T> Optional<T> open(String token, Function<Opened, T> read) {
        return seal.open(PURPOSE, token).filter(parts -> parts.size() == 2).flatMap(parts -> {
            long team = Long.parseLong(parts.get(0));
            return teams.of(
                    team,
                    () -> feed(team)
                            .filter(feed -> Integer.toString(feed.number()).equals(parts.get(1)))
                            .flatMap(feed -> rows.first(
                                    Name.class, "select name from team where id = :team", Map.of("team", team)))
                            .map(named -> read.apply(new Opened(team, named.name()))));
        });
    }
}
