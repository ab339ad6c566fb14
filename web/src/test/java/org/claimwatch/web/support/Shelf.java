package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Puts an archived page behind a version, as ingest does. */
@ApplicationScoped
public class Shelf {
    private final Session session;

    Shelf(Session session) {
        this.session = session;
    }

    /** The id of the article's first version, which now has a page. */
    public long put(long articleId, String page) {
        long version = version(articleId);
        row(articleId, version);
        ArchiveServer.hold(version, page);
        return version;
    }

    public long version(long articleId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(
                                "select id from article_version where article_id = :id and number = 1", Long.class)
                        .setParameter("id", articleId)
                        .getSingleResult());
    }

    public void row(long articleId, long version) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("""
                                insert into archived_page (article_version_id, key, address, status, content_type,
                                  payload_sha256, payload_length, fetched_at, archived_at)
                                values (:version, 'key-' || :version, 'https://outlet.example/page?of=' || :article, 200,
                                  'text/html; charset=windows-1256', repeat('0a', 32), 48213, :at, :at)
                                on conflict do nothing""")
                        .setParameter("version", version)
                        .setParameter("article", articleId)
                        .setParameter("at", Instant.parse("2025-09-09T14:05:00Z"))
                        .executeUpdate());
    }

    public void clear() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from archived_page")
                        .executeUpdate());
    }
}
