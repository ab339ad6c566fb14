package org.claimwatch.ingest.poll;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.task.PollFeed;
import org.claimwatch.common.task.Queue;

/** Turns due feeds into {@link PollFeed} tasks: the feed's row is its own place in the queue until then. */
@ApplicationScoped
public class DuePolls {
    private final DueFeeds dueFeeds;
    private final DataSource dataSource;
    private final PollConfig config;
    private final Clock clock;

    DuePolls(DueFeeds dueFeeds, DataSource dataSource, PollConfig config, Clock clock) {
        this.dueFeeds = dueFeeds;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("enqueue-due-polls", FixedDelay.of(config.every()))
                .execute((instance, context) -> enqueue());
    }

    /** A feed whose poll never comes back is due again when its lease is over. */
    @Transactional
    void enqueue() {
        Instant now = clock.instant();
        var client = Queue.INGEST.client(dataSource);
        for (Feed feed : dueFeeds.lock(now, config.batch())) {
            long id = feed.id == null ? 0 : feed.id;
            client.scheduleIfNotExists(PollFeed.TASK
                    .instance(Long.toString(id))
                    .data(new PollFeed(id))
                    .scheduledTo(now));
            feed.nextPollAt = now.plus(config.lease());
            feed.nextPollReason = "being asked now";
        }
    }
}
