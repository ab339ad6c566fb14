package org.claimwatch.web.work;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;

/** What a feature has for the web queue. */
public interface Work {
    /** Done when enqueued. */
    default List<Task<?>> tasks() {
        return List.of();
    }

    /** Done again and again, by one replica at a time. */
    default List<RecurringTask<?>> rounds() {
        return List.of();
    }
}
