package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Mail one edition of a digest. Queue: {@link Queue#WEB}; one instance for each edition. */
public record SendDigestIssue(long digestIssueId) {
    public static final TaskDescriptor<SendDigestIssue> TASK =
            TaskDescriptor.of("send-digest-issue", SendDigestIssue.class);
}
