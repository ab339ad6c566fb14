package org.claimwatch.ingest.store;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Find the articles of other outlets with nearly the same text. Ingest's own; one instance for each version. */
record LinkDuplicates(long articleVersionId) {
    static final TaskDescriptor<LinkDuplicates> TASK = TaskDescriptor.of("link-duplicates", LinkDuplicates.class);
}
