package org.claimwatch.ingest.retention;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.claimwatch.common.task.EraseArticle;
import org.claimwatch.ingest.archive.ArchiveTending;
import org.hibernate.Session;

/**
 * Does {@link EraseArticle}: leaves nothing of an article but hashes of its addresses, by which it is not fetched
 * again, and a note of who had it erased.
 */
@ApplicationScoped
public class ArticleErasure {
    private final Session session;
    private final Traces traces;
    private final ArchiveTending archive;
    private final MeterRegistry metrics;
    private final Clock clock;

    ArticleErasure(Session session, Traces traces, ArchiveTending archive, MeterRegistry metrics, Clock clock) {
        this.session = session;
        this.traces = traces;
        this.archive = archive;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<EraseArticle> task() {
        return Tasks.custom(EraseArticle.TASK)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> erase(instance.getData()));
    }

    /** Done twice, it erases once. An archive that is away keeps the task from ending, not the rows from going. */
    @ActivateRequestContext
    CompletionHandler<EraseArticle> erase(EraseArticle request) {
        boolean erased = QuarkusTransaction.requiringNew().call(() -> eraseRows(request));
        if (erased) {
            metrics.counter("claimwatch.ingest.erased", "because", "request").increment();
        }
        try {
            archive.forget(request.articleId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private boolean eraseRows(EraseArticle request) {
        List<Long> outlet = session.createNativeQuery(
                        "select outlet_id from article where id = :id for update", Long.class)
                .setParameter("id", request.articleId())
                .getResultList();
        if (outlet.isEmpty()) {
            return false;
        }
        note(request);
        traces.remove(session.createNativeQuery("select id from article_version where article_id = :id", Long.class)
                .setParameter("id", request.articleId())
                .getResultList());
        session.createNativeMutationQuery("delete from article where id = :id")
                .setParameter("id", request.articleId())
                .executeUpdate();
        return true;
    }

    private void note(EraseArticle request) {
        session.createNativeMutationQuery("""
                        insert into erasure (article_id, outlet_id, address_hash, account_id, requested_by, requested_at, erased_at)
                        select a.id, a.outlet_id, encode(sha256(convert_to(a.url, 'UTF8')), 'hex'), p.id, p.name,
                               :requested, :now
                        from article a, account p where a.id = :article and p.id = :account
                        on conflict (article_id) do nothing""")
                .setParameter("article", request.articleId())
                .setParameter("account", request.accountId())
                .setParameter("requested", request.requestedAt())
                .setParameter("now", clock.instant())
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into erased_address (outlet_id, address_hash)
                        select outlet_id, encode(sha256(convert_to(url, 'UTF8')), 'hex') from article where id = :article
                        union select outlet_id, encode(sha256(convert_to(address, 'UTF8')), 'hex')
                        from article_address where article_id = :article
                        on conflict do nothing""")
                .setParameter("article", request.articleId())
                .executeUpdate();
    }
}
