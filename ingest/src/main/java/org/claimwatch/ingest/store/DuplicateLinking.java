package org.claimwatch.ingest.store;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.ingest.duplicate.LiveBlog;
import org.claimwatch.ingest.duplicate.MinHash;
import org.claimwatch.ingest.duplicate.Shingles;

/** Does {@link LinkDuplicates}: keeps the text's signature, then compares it with those that share a band. */
@ApplicationScoped
public class DuplicateLinking {
    private final NearDuplicates duplicates;
    private final MeterRegistry metrics;

    /** Who writes pairs waits for who reads claims; one who waits has one of this replica's few connections, not all have. */
    private final Lock writing = new ReentrantLock();

    DuplicateLinking(NearDuplicates duplicates, MeterRegistry metrics) {
        this.duplicates = duplicates;
        this.metrics = metrics;
    }

    public Task<LinkDuplicates> task() {
        return Tasks.oneTime(LinkDuplicates.TASK)
                .execute((instance, context) -> link(instance.getData().articleVersionId()));
    }

    /**
     * The signature is committed before the look for others: of two reprints that come at once, at least one sees the
     * other. Done twice, it changes nothing.
     */
    @ActivateRequestContext
    void link(long versionId) {
        var timing = io.micrometer.core.instrument.Timer.start(metrics);
        ArticleVersion version = QuarkusTransaction.requiringNew().call(() -> duplicates.newest(versionId));
        if (version == null) {
            return;
        }
        Shingles shingles = Shingles.of(version.text);
        boolean liveBlog = LiveBlog.is(version.title, version.article.url, version.text);
        int[] bands = liveBlog || shingles.size() == 0 ? new int[0] : MinHash.bands(shingles);
        QuarkusTransaction.requiringNew().run(() -> duplicates.sign(version, bands));
        List<NearDuplicates.Pair> pairs = link(version, shingles, bands);
        timing.stop(metrics.timer("claimwatch.ingest.duplicates"));
        metrics.counter("claimwatch.ingest.near.duplicates").increment(pairs.size());
    }

    private List<NearDuplicates.Pair> link(ArticleVersion version, Shingles shingles, int[] bands) {
        writing.lock();
        try {
            return QuarkusTransaction.requiringNew().call(() -> duplicates.link(version, shingles, bands));
        } finally {
            writing.unlock();
        }
    }
}
