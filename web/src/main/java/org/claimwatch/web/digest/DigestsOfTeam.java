package org.claimwatch.web.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Member;

/** A team's digests; another team's do not exist for it. */
@ApplicationScoped
class DigestsOfTeam implements PanacheRepository<Digest> {
    List<Digest> of(Member member) {
        return list("from Digest d join fetch d.monitor m where d.team.id = ?1 order by m.name", member.teamId());
    }

    Optional<Digest> one(Member member, long id) {
        return find("team.id = ?1 and id = ?2", member.teamId(), id).firstResultOptional();
    }

    Optional<Digest> ofMonitor(Monitor monitor) {
        return find("monitor = ?1", monitor).firstResultOptional();
    }

    List<Digest> active() {
        return list("active = true order by id");
    }
}
