package org.claimwatch.ingest.store;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.ingest.archive.KeptPages;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.robots.PoliteFetcher;

/** Fetches articles as another replica does: with what that one knows of the hosts, and not with what this one knows. */
@ApplicationScoped
public class OtherFetching {
    private final ArticleStore store;
    private final PagesUnderWay underWay;
    private final KeptPages keptPages;
    private final FetchConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    OtherFetching(
            ArticleStore store,
            PagesUnderWay underWay,
            KeptPages keptPages,
            FetchConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.store = store;
        this.underWay = underWay;
        this.keptPages = keptPages;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<FetchArticle> task(PoliteFetcher fetcher) {
        var following = new FollowingPages(underWay, fetcher, keptPages, config, clock);
        var fetching = new ArticleFetching(store, fetcher, following, metrics, clock);
        return Tasks.custom(FetchArticle.TASK)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> inRequest(() -> fetching.handle(instance, context)));
    }

    @ActivateRequestContext
    <T> T inRequest(Supplier<T> work) {
        return work.get();
    }
}
