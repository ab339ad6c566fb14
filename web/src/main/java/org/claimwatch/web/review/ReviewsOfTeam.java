package org.claimwatch.web.review;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
}
