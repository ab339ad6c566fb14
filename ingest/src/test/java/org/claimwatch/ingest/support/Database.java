package org.claimwatch.ingest.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

/** What a test asks and tells the database in one line each, in the transaction that runs or in one of its own. */
@ApplicationScoped
public class Database {
    private final Session session;

    Database(Session session) {
        this.session = session;
    }

    public long number(String sql) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> session.createNativeQuery(sql, Long.class).getSingleResult());
    }

    public String text(String sql) {
        return texts(sql).getFirst();
    }

    public List<String> texts(String sql) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> session.createNativeQuery(sql, String.class).getResultList());
    }

    public void run(String sql) {
        QuarkusTransaction.joiningExisting()
                .run(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }
}
