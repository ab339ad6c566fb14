package org.claimwatch.ingest.archive;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;

/** Brings the archive in step with the database: takes in what had to wait, deletes what nobody refers to any more. */
@ApplicationScoped
public class ArchiveTending {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final PageArchive archive;
    private final Session session;
    private final Clock clock;

    ArchiveTending(PageArchive archive, Session session, Clock clock) {
        this.archive = archive;
        this.session = session;
        this.clock = clock;
    }

    public RecurringTask<Void> task() {
        return Tasks.recurring("tend-archive", FixedDelay.of(EVERY)).execute((instance, context) -> tend());
    }

    /** Stops at the first failure of each kind: an archive that is away is not asked for every page. */
    public void tend() {
        for (int i = 0; i < AT_ONCE && QuarkusTransaction.requiringNew().call(this::takeIn); i++) {}
        for (int i = 0; i < AT_ONCE && QuarkusTransaction.requiringNew().call(this::remove); i++) {}
    }

    /**
     * Deletes an article's pages at once; what cannot be deleted now is deleted by {@link #tend} later. A file that is
     * being written in this moment stays announced for removal.
     */
    public void forget(long articleId) throws IOException {
        String folder = KeptPages.folderOf(articleId);
        archive.deleteFolder(folder);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "delete from archive_removal where starts_with(key, :folder) and since <= :now")
                        .setParameter("folder", folder)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    private boolean takeIn() {
        List<Object[]> rows = session.createNativeQuery("""
                        select article_version_id, key, waiting from archived_page where waiting is not null
                        order by fetched_at limit 1 for update skip locked""", Object[].class).getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        Object[] row = rows.getFirst();
        try {
            archive.put((String) row[1], (byte[]) row[2]);
        } catch (IOException e) {
            session.createNativeMutationQuery("update archived_page set error = :error where article_version_id = :id")
                    .setParameter("error", e.getMessage())
                    .setParameter("id", row[0])
                    .executeUpdate();
            return false;
        }
        session.createNativeMutationQuery("""
                        update archived_page set waiting = null, error = null, archived_at = :now
                        where article_version_id = :id""")
                .setParameter("now", clock.instant())
                .setParameter("id", row[0])
                .executeUpdate();
        return true;
    }

    private boolean remove() {
        List<String> keys = session.createNativeQuery("""
                        select key from archive_removal where since <= :now order by since limit 1
                        for update skip locked""", String.class)
                .setParameter("now", clock.instant())
                .getResultList();
        if (keys.isEmpty()) {
            return false;
        }
        try {
            archive.delete(keys.getFirst());
        } catch (IOException e) {
            session.createNativeMutationQuery("update archive_removal set error = :error where key = :key")
                    .setParameter("error", e.getMessage())
                    .setParameter("key", keys.getFirst())
                    .executeUpdate();
            return false;
        }
        session.createNativeMutationQuery("delete from archive_removal where key = :key")
                .setParameter("key", keys.getFirst())
                .executeUpdate();
        return true;
    }
}
