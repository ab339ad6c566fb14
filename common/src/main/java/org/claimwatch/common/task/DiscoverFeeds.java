package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Find an outlet's feeds from its home page. Queue: {@link Queue#INGEST}; one instance for each search. */
public record DiscoverFeeds(long outletSearchId) {
    public static final TaskDescriptor<DiscoverFeeds> TASK = TaskDescriptor.of("discover-feeds", DiscoverFeeds.class);
}
