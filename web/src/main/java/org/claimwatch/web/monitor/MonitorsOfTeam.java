package org.claimwatch.web.monitor;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.Member;

/** A team's monitors; another team's do not exist for it. */
@ApplicationScoped
public class MonitorsOfTeam implements PanacheRepository<Monitor> {
    public List<Monitor> of(Member member) {
        return list("team.id = ?1 order by name", member.teamId());
    }

    public Optional<Monitor> one(Member member, long id) {
        return find("team.id = ?1 and id = ?2", member.teamId(), id).firstResultOptional();
    }

    boolean named(Member member, String name, long except) {
        return count("team.id = ?1 and name = ?2 and id <> ?3", member.teamId(), name, except) > 0;
    }
}
