package org.claimwatch.web.review;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.Member;

/** A team's reviews, newest first; another team's do not exist for it. */
@ApplicationScoped
class ReviewsOfTeam implements PanacheRepository<Review> {
    long of(Member member) {
        return count("team.id = ?1", member.teamId());
    }

    List<Review> page(Member member, int index, int size) {
        return find("""
                        from Review r join fetch r.account join fetch r.articleVersion v join fetch v.article a
                        join fetch a.outlet where r.team.id = ?1 order by r.createdAt desc, r.id desc
                        """, member.teamId()).page(Page.of(index, size)).list();
    }

    /** Those made before the one of that moment and id. */
    List<Review> before(Member member, Instant at, long id, int size) {
        return find("""
                        from Review r join fetch r.account join fetch r.articleVersion v join fetch v.article a
                        join fetch a.outlet
                        where r.team.id = ?1 and (r.createdAt < ?2 or (r.createdAt = ?2 and r.id < ?3))
                        order by r.createdAt desc, r.id desc
                        """, member.teamId(), at, id).page(Page.of(0, size)).list();
    }

    /** One that this person made and has not taken back. */
    Optional<Review> own(Member member, long account, long id) {
        return find("team.id = ?1 and account.id = ?2 and id = ?3 and undoneAt is null", member.teamId(), account, id)
                .firstResultOptional();
    }

    Optional<Review> last(Member member, long account) {
        return find(
                        "team.id = ?1 and account.id = ?2 and undoneAt is null order by createdAt desc, id desc",
                        member.teamId(),
                        account)
                .firstResultOptional();
    }
}
