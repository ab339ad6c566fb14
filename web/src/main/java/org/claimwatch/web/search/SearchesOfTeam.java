package org.claimwatch.web.search;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** The searches that a person may open: the team's, and the person's own. */
@ApplicationScoped
class SearchesOfTeam implements PanacheRepository<SavedSearch> {
    List<SavedSearch> of(Member member, long accountId) {
        return list("team.id = ?1 and (owner is null or owner.id = ?2) order by name, id", member.teamId(), accountId);
    }

    Optional<SavedSearch> one(Member member, long accountId, long id) {
        return find("team.id = ?1 and (owner is null or owner.id = ?2) and id = ?3", member.teamId(), accountId, id)
                .firstResultOptional();
    }

    boolean named(Member member, @Nullable Long owner, String name) {
        return owner == null
                ? count("team.id = ?1 and owner is null and name = ?2", member.teamId(), name) > 0
                : count("team.id = ?1 and owner.id = ?2 and name = ?3", member.teamId(), owner, name) > 0;
    }
}
