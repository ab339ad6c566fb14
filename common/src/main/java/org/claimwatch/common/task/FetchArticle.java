package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Fetch an announced article and store its text. Queue: {@link Queue#INGEST}; one instance for each article. */
public record FetchArticle(long articleId) {
    public static final TaskDescriptor<FetchArticle> TASK = TaskDescriptor.of("fetch-article", FetchArticle.class);
}
