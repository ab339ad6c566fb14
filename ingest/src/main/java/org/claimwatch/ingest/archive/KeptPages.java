package org.claimwatch.ingest.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.claimwatch.ingest.fetch.Exchange;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.Reply;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pages behind a version in one file of the archive, before the version's row commits, so that no text is
 * without its evidence. An archive that cannot take it loses nobody an article: the file waits in the database instead.
 *
 * <p>A file is written while nothing is locked, and before that announced for removal; {@link #keep} strikes the
 * announcement out. So a file that no version came to refer to is deleted, whatever happened in between.
 */
@ApplicationScoped
public class KeptPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    /** A file that nobody refers to by then never will be referred to. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final PageArchive archive;
    private final ArchiveConfig config;
    private final FetchConfig fetchConfig;
    private final Session session;
    private final MeterRegistry metrics;
    private final Clock clock;

    KeptPages(
            PageArchive archive,
            ArchiveConfig config,
            FetchConfig fetchConfig,
            Session session,
            MeterRegistry metrics,
            Clock clock) {
        this.archive = archive;
        this.config = config;
        this.fetchConfig = fetchConfig;
        this.session = session;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * An article's pages as one file, and whether the archive has it.
     *
     * @param problem why the archive has not, null where it has or was not asked
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    public record Shelved(
            List<PageCopy> pages,
            byte[] warc,
            boolean archived,
            @Nullable String problem) {
        /** Pages that the archive is to take in later. */
        public static Shelved later(List<PageCopy> pages) {
            return new Shelved(pages, inOneFile(pages), false, null);
        }

        String key() {
            return pages.getFirst().key();
        }
    }

    /**
     * Copies a page for the archive; empty where what went over the wire is not known.
     *
     * @param articleId whose folder of the archive it is meant for
     * @param first the article's first page, null for the first itself
     */
    public Optional<PageCopy> copy(long articleId, Reply page, @Nullable PageCopy first) {
        Exchange exchange = page.exchange();
        if (exchange == null) {
            return Optional.empty();
        }
        String key = first != null
                ? first.key()
                : folderOf(articleId) + TIME.format(exchange.at()) + "-"
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + ".warc.gz";
        try {
            return Optional.of(new PageCopy(
                    key,
                    page.url().toString(),
                    page.status(),
                    page.header("content-type"),
                    page.header("content-encoding"),
                    HexFormat.of().formatHex(Warc.sha256(exchange.body())),
                    exchange.body().length,
                    exchange.at(),
                    Warc.of(page.url(), exchange, key.substring(key.lastIndexOf('/') + 1), fetchConfig.userAgent())));
        } catch (IOException e) {
            throw new UncheckedIOException("a page could not be written down in memory", e);
        }
    }

    /** Puts an article's pages into the archive; may take as long as that does, so nothing is to be locked meanwhile. */
    public Shelved shelve(List<PageCopy> pages) {
        Shelved file = Shelved.later(pages);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "insert into archive_removal (key, since) values (:key, :since) on conflict do nothing")
                        .setParameter("key", file.key())
                        .setParameter("since", clock.instant().plus(GRACE))
                        .executeUpdate());
        String problem = null;
        try {
            archive.put(file.key(), file.warc());
        } catch (IOException e) {
            problem = e.getMessage();
            Log.warnf("%s waits for the archive: %s", file.key(), problem);
        }
        return new Shelved(pages, file.warc(), problem == null, problem);
    }

    /**
     * Has a version refer to its pages.
     *
     * @param endsEarly why the text ends before the article does, null where it does not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long versionId, Shelved file, @Nullable String endsEarly) {
        strikeOut(file);
        metrics.counter("claimwatch.ingest.archive", "outcome", file.archived() ? "archived" : "waits")
                .increment();
        insert(versionId, file, endsEarly);
        for (int i = 1; i < file.pages().size(); i++) {
            insertFollowing(versionId, i + 1, file.pages().get(i));
        }
    }

    /** Forgets a file that no version came to refer to; one that is kept stays. */
    public void dropUnlessKept(Shelved file) {
        if (!file.archived() || !QuarkusTransaction.joiningExisting().call(() -> strikeOut(file))) {
            return;
        }
        try {
            archive.delete(file.key());
        } catch (IOException e) {
            Log.warnf("An archived page without a version stays until its article goes: %s", e.getMessage());
        }
    }

    /** The folder of the archive that holds an article's pages and nothing else. */
    public static String folderOf(long articleId) {
        return articleId / 1000 + "/" + articleId + "/";
    }

    private boolean strikeOut(Shelved file) {
        return session.createNativeMutationQuery("delete from archive_removal where key = :key")
                        .setParameter("key", file.key())
                        .executeUpdate()
                == 1;
    }

    private static byte[] inOneFile(List<PageCopy> pages) {
        var whole = new ByteArrayOutputStream();
        pages.forEach(page -> whole.writeBytes(page.warc()));
        return whole.toByteArray();
    }

    private void insert(long versionId, Shelved file, @Nullable String endsEarly) {
        PageCopy page = file.pages().getFirst();
        boolean full = !file.archived() && waiting() >= config.mayWait();
        String error = full
                ? file.problem() + "; and " + config.mayWait() + " pages wait already, so this one is not kept"
                : file.problem();
        facts(session.createNativeMutationQuery("""
                        insert into archived_page (article_version_id, key, address, status, content_type, content_encoding,
                          payload_sha256, payload_length, fetched_at, archived_at, waiting, error, ends_early)
                        values (:version, :key, :address, :status, cast(:type as text), cast(:encoding as text), :sha,
                          :length, :fetched, cast(:archived as timestamptz), cast(:waiting as bytea), cast(:error as text),
                          cast(:early as text))"""), versionId, page)
                .setParameter("key", file.key())
                .setParameter("archived", file.archived() ? clock.instant() : null)
                .setParameter("waiting", full || file.archived() ? null : file.warc())
                .setParameter("error", error)
                .setParameter("early", endsEarly)
                .executeUpdate();
    }

    private void insertFollowing(long versionId, int number, PageCopy page) {
        facts(session.createNativeMutationQuery("""
                        insert into archived_following_page (article_version_id, number, address, status, content_type,
                          content_encoding, payload_sha256, payload_length, fetched_at)
                        values (:version, :number, :address, :status, cast(:type as text), cast(:encoding as text), :sha,
                          :length, :fetched)"""), versionId, page)
                .setParameter("number", number)
                .executeUpdate();
    }

    private static MutationQuery facts(MutationQuery insert, long versionId, PageCopy page) {
        return insert.setParameter("version", versionId)
                .setParameter("address", page.address())
                .setParameter("status", page.status())
                .setParameter("type", page.type())
                .setParameter("encoding", page.encoding())
                .setParameter("sha", page.sha256())
                .setParameter("length", page.length())
                .setParameter("fetched", page.fetchedAt());
    }

    private long waiting() {
        return session.createNativeQuery("select count(*) from archived_page where waiting is not null", Long.class)
                .getSingleResult();
    }
}
