package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.ingest.extract.CheckedClaim;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps beside a version which claims its page says that it has checked. */
@ApplicationScoped
class FactChecks {
    private final EntityManager entityManager;

    FactChecks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether they were others before; of a new version, whether there are any. */
    boolean keep(ArticleVersion version, List<CheckedClaim> checked) {
        if (held(version).equals(checked)) {
            return false;
        }
        entityManager
                .createNativeQuery("delete from fact_check where article_version_id = :version")
                .setParameter("version", version.id)
                .executeUpdate();
        for (int position = 0; position < checked.size(); position++) {
            CheckedClaim claim = checked.get(position);
            entityManager
                    .createNativeQuery("""
                            insert into fact_check (article_version_id, position, claim, claimant, rating, reviewer)
                            values (:version, :position, :claim, cast(:claimant as text), cast(:rating as text),
                                    cast(:reviewer as text))""")
                    .setParameter("version", version.id)
                    .setParameter("position", position)
                    .setParameter("claim", claim.claim())
                    .setParameter("claimant", claim.claimant())
                    .setParameter("rating", claim.rating())
                    .setParameter("reviewer", claim.reviewer())
                    .executeUpdate();
        }
        return true;
    }

    private List<CheckedClaim> held(ArticleVersion version) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select claim, claimant, rating, reviewer from fact_check
                        where article_version_id = :version order by position""", Object[].class)
                .setParameter("version", version.id)
                .stream()
                .map(row -> new CheckedClaim((String) row[0], text(row[1]), text(row[2]), text(row[3])))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return (String) value;
    }
}
