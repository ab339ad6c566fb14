package org.claimwatch.ingest.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.claimwatch.ingest.fetch.Exchange;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.Reply;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the page behind a version in the archive, before the version's row commits, so that no text is without its
 * evidence. An archive that cannot take it loses nobody an article: the page waits in the database instead.
 */
@ApplicationScoped
public class KeptPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final PageArchive archive;
    private final ArchiveConfig config;
    private final FetchConfig fetchConfig;
    private final Session session;
    private final TransactionSynchronizationRegistry transaction;
    private final MeterRegistry metrics;
    private final Clock clock;

    KeptPages(
            PageArchive archive,
            ArchiveConfig config,
            FetchConfig fetchConfig,
            Session session,
            TransactionSynchronizationRegistry transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.archive = archive;
        this.config = config;
        this.fetchConfig = fetchConfig;
        this.session = session;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Keeps the page that a version was made of. Should the transaction fail, the archive forgets it again.
     *
     * @param articleId whose folder of the archive it goes into
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long articleId, long versionId, Reply page) {
        Exchange exchange = page.exchange();
        if (exchange == null) {
            return;
        }
        String key = folderOf(articleId) + TIME.format(exchange.at()) + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + ".warc.gz";
        byte[] warc = null;
        String problem = null;
        try {
            warc = Warc.of(page.url(), exchange, key.substring(key.lastIndexOf('/') + 1), fetchConfig.userAgent());
            archive.put(key, warc);
            transaction.registerInterposedSynchronization(new ForgetUnlessCommitted(key));
        } catch (IOException e) {
            problem = e.getMessage();
            Log.warnf("The page of version %d waits for the archive: %s", versionId, problem);
        }
        metrics.counter("claimwatch.ingest.archive", "outcome", problem == null ? "archived" : "waits")
                .increment();
        insert(versionId, page, exchange, key, problem, problem == null ? null : warc);
    }

    /** The folder of the archive that holds an article's pages and nothing else. */
    public static String folderOf(long articleId) {
        return articleId / 1000 + "/" + articleId + "/";
    }

    private void insert(
            long versionId,
            Reply page,
            Exchange exchange,
            String key,
            @Nullable String problem,
            byte @Nullable [] waiting) {
        boolean full = waiting != null && waiting() >= config.mayWait();
        String error =
                full ? problem + "; and " + config.mayWait() + " pages wait already, so this one is not kept" : problem;
        session.createNativeMutationQuery("""
                        insert into archived_page (article_version_id, key, address, status, content_type, content_encoding,
                          payload_sha256, payload_length, fetched_at, archived_at, waiting, error)
                        values (:version, :key, :address, :status, cast(:type as text), cast(:encoding as text), :sha,
                          :length, :fetched, cast(:archived as timestamptz), cast(:waiting as bytea), cast(:error as text))""")
                .setParameter("version", versionId)
                .setParameter("key", key)
                .setParameter("address", page.url().toString())
                .setParameter("status", page.status())
                .setParameter("type", page.header("content-type"))
                .setParameter("encoding", page.header("content-encoding"))
                .setParameter("sha", HexFormat.of().formatHex(Warc.sha256(exchange.body())))
                .setParameter("length", exchange.body().length)
                .setParameter("fetched", exchange.at())
                .setParameter("archived", problem == null ? clock.instant() : null)
                .setParameter("waiting", full ? null : waiting)
                .setParameter("error", error)
                .executeUpdate();
    }

    private long waiting() {
        return session.createNativeQuery("select count(*) from archived_page where waiting is not null", Long.class)
                .getSingleResult();
    }

    private final class ForgetUnlessCommitted implements Synchronization {
        private final String key;

        private ForgetUnlessCommitted(String key) {
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
            // What happens before is the transaction's own.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                return;
            }
            try {
                archive.delete(key);
            } catch (IOException e) {
                Log.warnf("An archived page without a version stays until its article goes: %s", e.getMessage());
            }
        }
    }
}
