package org.claimwatch.web.review;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Team;
import org.jspecify.annotations.Nullable;

/** A team's reviews, newest first; another team's do not exist for it. */
@ApplicationScoped
class ReviewsOfTeam implements PanacheRepository<Review> {
    long of(Member member) {
        return count("team.id = ?1", member.teamId());
    }

    static final Falling NEWEST = Falling.by(Falling.moment("created_at"), Falling.number("id"));

    private final Rows rows;
    private final Clock clock;

    ReviewsOfTeam(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What a person of the team says of a reading, not kept yet. */
    Review draft(Member member, long account, Statement statement, Verdict verdict, @Nullable String comment) {
        return new Review(
                getEntityManager().getReference(Team.class, member.teamId()),
                getEntityManager().getReference(Account.class, account),
                statement,
                verdict,
                comment,
                clock.instant());
    }

    /** Adds what a person of the team says of a reading. */
    void add(Member member, long account, Statement statement, Verdict verdict, @Nullable String comment) {
        persist(draft(member, account, statement, verdict, comment));
    }

    private record Id(long id) {}

    /** The page that an address asks for. */
    Slice<Review> slice(Member member, Address address, int size) {
        return rows.slice(
                        Id.class,
                        "select id, created_at from review where team_id = :team",
                        Map.of("team", member.teamId()),
                        new Slice.Asked(NEWEST, address, size))
                .map(ids -> find("""
                        from Review r join fetch r.account join fetch r.articleVersion v join fetch v.article a
                        join fetch a.outlet where r.id in ?1
                        order by r.createdAt desc, r.id desc
                        """, ids.stream().map(Id::id).toList()).list());
    }

    /** One that this person made and has not taken back. */
    Optional<Review> own(Member member, long account, long id) {
        return find("team.id = ?1 and account.id = ?2 and id = ?3 and undoneAt is null", member.teamId(), account, id)
                .firstResultOptional();
    }
}
