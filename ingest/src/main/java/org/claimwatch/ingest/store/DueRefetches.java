package org.claimwatch.ingest.store;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.common.task.Queue;
import org.hibernate.Session;

/** Turns articles whose time for another look has come into {@link FetchArticle} tasks, behind all new articles. */
@ApplicationScoped
public class DueRefetches {
    private final Session session;
    private final DataSource dataSource;
    private final RefetchConfig config;
    private final Clock clock;

    DueRefetches(Session session, DataSource dataSource, RefetchConfig config, Clock clock) {
        this.session = session;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    public RecurringTask<Void> task() {
        return Tasks.recurring("enqueue-due-refetches", FixedDelay.of(config.every()))
                .execute((instance, context) -> enqueue());
    }

    /** One that waits already is passed over; one whose task is lost is due again, since its row says so. */
    @Transactional
    int enqueue() {
        if (!config.enabled()) {
            return 0;
        }
        Instant now = clock.instant();
        int room = config.waiting() - waiting();
        List<Long> due = room <= 0
                ? List.of()
                : session.createNativeQuery("""
                                select a.id from article a
                                where a.next_fetch_at <= :now and not exists (
                                  select from ingest_task t
                                  where t.task_name = :task and t.task_instance = cast(a.id as text))
                                order by a.next_fetch_at limit :room""", Long.class)
                        .setParameter("now", now)
                        .setParameter("task", FetchArticle.TASK.getTaskName())
                        .setParameter("room", room)
                        .getResultList();
        var client = Queue.INGEST.client(dataSource);
        due.forEach(article -> client.scheduleIfNotExists(FetchArticle.TASK
                .instance(article.toString())
                .data(new FetchArticle(article))
                .priority(Priority.LOW)
                .scheduledTo(now)));
        return due.size();
    }

    private int waiting() {
        return session.createNativeQuery(
                        "select count(*) from ingest_task where task_name = :task and priority = :low", Long.class)
                .setParameter("task", FetchArticle.TASK.getTaskName())
                .setParameter("low", Priority.LOW)
                .getSingleResult()
                .intValue();
    }
}
