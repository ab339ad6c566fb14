package org.claimwatch.analysis.pipeline;

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
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.Queue;
import org.hibernate.Session;

/** Has stored texts that an earlier analysis read read anew, a few at a time and behind every fresh one. */
@ApplicationScoped
class StaleReadings {
    /** Two ranges of one index: "differs from" would look at every row. Newest articles first. */
    private static final String STALE = """
            (select v.id from article_version v where v.analysis_version < :mine %1$s
             order by v.analysis_version, v.id desc limit :most)
            union all
            (select v.id from article_version v where v.analysis_version > :mine %1$s
             order by v.analysis_version, v.id desc limit :most)""";

    private static final String LEFT_TO_DO = """
            and not exists (select from analysis_failure f
              where f.article_version_id = v.id and f.analysis_version = :mine)
            and not exists (select from analysis_task t
              where t.task_name = :task and t.task_instance = cast(v.id as text))""";

    private final Session session;
    private final DataSource dataSource;
    private final AnalysisRelease release;
    private final AnalysisConfig config;
    private final Clock clock;

    StaleReadings(Session session, DataSource dataSource, AnalysisRelease release, AnalysisConfig config, Clock clock) {
        this.session = session;
        this.dataSource = dataSource;
        this.release = release;
        this.config = config;
        this.clock = clock;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("read-stored-texts-anew", FixedDelay.of(config.rereadEvery()))
                .execute((instance, context) -> enqueue());
    }

    /**
     * Nothing while fresh versions wait, or while a later analysis does the same.
     *
     * @return how many were enqueued
     */
    @Transactional
    int enqueue() {
        Instant now = clock.instant();
        if (config.rereadBatch() == 0 || !release.isNewest() || waiting("priority is distinct from :low", now) > 0) {
            return 0;
        }
        long room = config.rereadBatch() - waiting("priority = :low", now);
        if (room <= 0) {
            return 0;
        }
        List<Long> stale = session.createNativeQuery(
                        "select id from (" + STALE.formatted(LEFT_TO_DO) + ") as stale limit :most", Long.class)
                .setParameter("mine", AnalysisRelease.NAME)
                .setParameter("task", AnalyseVersion.TASK.getTaskName())
                .setParameter("most", room)
                .getResultList();
        var client = Queue.ANALYSIS.client(dataSource);
        stale.forEach(version -> client.scheduleIfNotExists(AnalyseVersion.TASK
                .instance(version.toString())
                .data(new AnalyseVersion(version))
                .priority(Priority.LOW)
                .scheduledTo(now)));
        return stale.size();
    }

    /** How many stored texts still stand as an earlier analysis read them. */
    @Transactional
    long left() {
        return session.createNativeQuery("""
                        select (select count(*) from article_version where analysis_version < :mine)
                             + (select count(*) from article_version where analysis_version > :mine)""", Long.class)
                .setParameter("mine", AnalysisRelease.NAME)
                .getSingleResult();
    }

    private long waiting(String priority, Instant now) {
        return session.createNativeQuery(
                        "select count(*) from analysis_task where task_name = :task and " + priority
                                + " and (picked or execution_time <= :now)",
                        Long.class)
                .setParameter("task", AnalyseVersion.TASK.getTaskName())
                .setParameter("low", Priority.LOW)
                .setParameter("now", now)
                .getSingleResult();
    }
}
