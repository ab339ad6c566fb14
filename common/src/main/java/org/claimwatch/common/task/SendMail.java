package org.claimwatch.common.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Mail one recipient's copy of a letter. Queue: {@link Queue#WEB}; one instance for each copy. */
public record SendMail(long mailDeliveryId) {
    public static final TaskDescriptor<SendMail> TASK = TaskDescriptor.of("send-mail", SendMail.class);
}
