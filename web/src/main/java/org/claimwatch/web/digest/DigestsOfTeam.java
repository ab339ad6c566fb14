package org.claimwatch.web.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Member;

/** A team's digests and each member's own; another team's or person's do not exist for anybody. */
@ApplicationScoped
class DigestsOfTeam implements PanacheRepository<Digest> {
    private static final String SEEN = "d.team.id = ?1 and (d.account is null or d.account.id = ?2)";

    List<Digest> of(Member member, long accountId) {
        return list(
                "from Digest d join fetch d.monitor m where " + SEEN + " order by m.name, d.id",
                member.teamId(),
                accountId);
    }

    Optional<Digest> one(Member member, long accountId, long id) {
        return find("from Digest d where " + SEEN + " and d.id = ?3", member.teamId(), accountId, id)
                .firstResultOptional();
    }

    Optional<Digest> ofTeam(Member member, long id) {
        return find("team.id = ?1 and account is null and id = ?2", member.teamId(), id)
                .firstResultOptional();
    }

    Optional<Digest> mine(Member member, long accountId, long id) {
        return find("team.id = ?1 and account.id = ?2 and id = ?3", member.teamId(), accountId, id)
                .firstResultOptional();
    }

    boolean hasOne(Monitor monitor) {
        return count("monitor = ?1 and account is null", monitor) > 0;
    }

    boolean hasOwn(Monitor monitor, long accountId) {
        return count("monitor = ?1 and account.id = ?2", monitor, accountId) > 0;
    }

    List<Digest> active() {
        return list("active = true order by id");
    }
}
