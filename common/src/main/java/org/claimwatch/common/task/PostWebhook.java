package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Send one notice of alerts to a webhook. Queue: {@link Queue#WEB}; one instance for each notice. */
public record PostWebhook(long alertNoticeId) {
    public static final TaskDescriptor<PostWebhook> TASK = TaskDescriptor.of("post-webhook", PostWebhook.class);
}
