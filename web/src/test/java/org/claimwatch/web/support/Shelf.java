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

    /** A second page, and word that there is a third. */
    public void following(long articleId, String page) {
        long version = version(articleId);
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("""
                            insert into archived_following_page (article_version_id, number, address, status, content_type,
                              payload_sha256, payload_length, fetched_at)
                            values (:version, 2, 'https://outlet.example/page/2', 200, 'text/html', repeat('0b', 32), 9, :at)""")
                    .setParameter("version", version)
                    .setParameter("at", Instant.parse("2025-09-09T14:06:00Z"))
                    .executeUpdate();
            session.createNativeMutationQuery("update archived_page set ends_early ="
                            + " 'page 3 was not read: robots.txt disallows it' where article_version_id = :version")
                    .setParameter("version", version)
                    .executeUpdate();
        });
        ArchiveServer.hold(version, 2, page);
    }

    public void clear() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from archived_page")
                        .executeUpdate());
    }
}
