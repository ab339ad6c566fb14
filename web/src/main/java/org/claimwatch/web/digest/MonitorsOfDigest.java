package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.monitor.Monitor;
import org.hibernate.Session;

/** Which monitors a digest reads: its first, and others of the same team. */
@ApplicationScoped
class MonitorsOfDigest {
    private final Session session;

    MonitorsOfDigest(Session session) {
        this.session = session;
    }

    List<Monitor> of(Digest digest) {
        var all = new ArrayList<Monitor>();
        all.add(digest.monitor);
        List<Long> others = others(digest);
        if (!others.isEmpty()) {
            all.addAll(session.createQuery("from Monitor where id in :ids order by name, id", Monitor.class)
                    .setParameter("ids", others)
                    .getResultList());
        }
        return all;
    }

    List<Long> others(Digest digest) {
        return session.createNativeQuery(
                        "select monitor_id from digest_monitor where digest_id = :digest and monitor_id <> :first",
                        Long.class)
                .setParameter("digest", digest.id)
                .setParameter("first", digest.monitor.id)
                .getResultList();
    }

    /** Monitors of other teams are not there for the database, and are left out. */
    void set(Digest digest, Collection<Long> others) {
        session.flush();
        session.createNativeMutationQuery("delete from digest_monitor where digest_id = :digest")
                .setParameter("digest", digest.id)
                .executeUpdate();
        if (!others.isEmpty()) {
            session.createNativeMutationQuery("""
                            insert into digest_monitor (team_id, digest_id, monitor_id)
                            select team_id, :digest, id from monitor
                            where team_id = :team and id in (:ids) and id <> :first
                            """)
                    .setParameter("digest", digest.id)
                    .setParameter("team", Objects.requireNonNull(digest.team.id))
                    .setParameter("first", digest.monitor.id)
                    .setParameter("ids", others)
                    .executeUpdate();
        }
    }
}
