package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Ask a feed what is new. Queue: {@link Queue#INGEST}; one instance for each feed. */
public record PollFeed(long feedId) {
    public static final TaskDescriptor<PollFeed> TASK = TaskDescriptor.of("poll-feed", PollFeed.class);
}
