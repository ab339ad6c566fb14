package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Read statements, claims and story out of a stored text. Queue: {@link Queue#ANALYSIS}; one for each version. */
public record AnalyseVersion(long articleVersionId) {
    public static final TaskDescriptor<AnalyseVersion> TASK =
            TaskDescriptor.of("analyse-version", AnalyseVersion.class);
}
