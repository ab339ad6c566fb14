package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.claimwatch.common.task.PollFeed;
import org.claimwatch.ingest.robots.PoliteFetcher;

/** Polls as another replica does: with what that one knows of the hosts, and not with what this one knows. */
@ApplicationScoped
public class OtherPolling {
    private final DueFeeds feeds;
    private final Rhythms rhythms;
    private final LearntAddresses learnt;
    private final FeedAfterPoll afterPoll;
    private final PollConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    OtherPolling(
            DueFeeds feeds,
            Rhythms rhythms,
            LearntAddresses learnt,
            FeedAfterPoll afterPoll,
            PollConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.feeds = feeds;
        this.rhythms = rhythms;
        this.learnt = learnt;
        this.afterPoll = afterPoll;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Task<PollFeed> task(PoliteFetcher fetcher) {
        FeedPolling polling = new FeedPolling(feeds, rhythms, learnt, afterPoll, fetcher, config, metrics, clock);
        return Tasks.custom(PollFeed.TASK)
                .onFailureReschedule(FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) ->
                        inRequest(() -> polling.poll(instance.getData().feedId())));
    }

    @ActivateRequestContext
    <T> T inRequest(Supplier<T> work) {
        return work.get();
    }
}
