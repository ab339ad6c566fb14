package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimwatch.ingest.archive.PageCopy;
import org.hibernate.Session;

/** Which pages of an article have been read, while it waits for its turn to ask for the next? */
@ApplicationScoped
class PagesUnderWay {
    /** Pages that are older than this may be of another text than those that are still to come. */
    private static final Duration FRESH = Duration.ofHours(12);

    private final Session session;
    private final Clock clock;

    PagesUnderWay(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** From the first on; empty where none was read or the reading was given up. */
    @Transactional
    List<PageCopy> of(long articleId) {
        List<Object[]> rows = session.createNativeQuery("""
                        select key, address, status, content_type, content_encoding, payload_sha256, payload_length,
                               fetched_at, warc
                        from page_under_way where article_id = :article order by number""", Object[].class)
                .setParameter("article", articleId)
                .getResultList();
        List<PageCopy> pages = rows.stream().map(PagesUnderWay::page).toList();
        if (!pages.isEmpty()
                && pages.getFirst().fetchedAt().isBefore(clock.instant().minus(FRESH))) {
            clear(articleId);
            return List.of();
        }
        return pages;
    }

    private static PageCopy page(Object[] row) {
        return new PageCopy(
                (String) row[0],
                (String) row[1],
                (Integer) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                ((Number) row[6]).longValue(),
                (Instant) row[7],
                (byte[]) row[8]);
    }

    /** Added twice, it is there once. An article that is gone has no pages. */
    @Transactional
    void add(long articleId, int number, PageCopy page) {
        session.createNativeMutationQuery("""
                        insert into page_under_way (article_id, number, key, address, status, content_type,
                          content_encoding, payload_sha256, payload_length, fetched_at, warc)
                        select id, :number, :key, :address, :status, cast(:type as text), cast(:encoding as text), :sha,
                          :length, :fetched, cast(:warc as bytea) from article where id = :article
                        on conflict do nothing""")
                .setParameter("article", articleId)
                .setParameter("number", number)
                .setParameter("key", page.key())
                .setParameter("address", page.address())
                .setParameter("status", page.status())
                .setParameter("type", page.type())
                .setParameter("encoding", page.encoding())
                .setParameter("sha", page.sha256())
                .setParameter("length", page.length())
                .setParameter("fetched", page.fetchedAt())
                .setParameter("warc", page.warc())
                .executeUpdate();
    }

    @Transactional
    void clear(long articleId) {
        session.createNativeMutationQuery("delete from page_under_way where article_id = :article")
                .setParameter("article", articleId)
                .executeUpdate();
    }
}
