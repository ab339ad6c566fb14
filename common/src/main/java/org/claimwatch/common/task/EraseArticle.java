package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;

/**
 * Leave nothing of an article, at somebody's request. Queue: {@link Queue#INGEST}; one instance for each article.
 *
 * @param accountId who decided it
 */
public record EraseArticle(long articleId, long accountId, Instant requestedAt) {
    public static final TaskDescriptor<EraseArticle> TASK = TaskDescriptor.of("erase-article", EraseArticle.class);
}
