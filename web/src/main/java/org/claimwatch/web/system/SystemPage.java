package org.claimwatch.web.system;

import java.time.Duration;
import java.util.List;
import org.claimwatch.common.task.QueueState;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.SystemWords;
import org.jspecify.annotations.Nullable;

/**
 * The state of the instance at one moment.
 *
 * @param release of this page's own service
 * @param databaseBytes what the database takes on its disk
 * @param pagesWaiting archived pages that the archive has not taken yet
 */
public record SystemPage(
        String release,
        Migration migration,
        long databaseBytes,
        long pagesWaiting,
        List<QueueLine> queues,
        List<FailingTask> failing,
        List<Poll> polls,
        List<AnalysisLine> analyses) {

    /** The newest change of the tables that has run. */
    public record Migration(String version, String description, When ranAt) {}

    public record QueueLine(String name, QueueState state) {
        /** How long the oldest due task has waited, as a person says it. */
        public String age() {
            Duration age = Duration.ofSeconds((long) state.ageSeconds());
            return age.toMinutes() == 0
                    ? SystemWords.SAY.seconds(age.toSeconds())
                    : age.toHours() == 0
                            ? SystemWords.SAY.minutes(age.toMinutes())
                            : SystemWords.SAY.hours(age.toHours());
        }
    }

    public record FailingTask(
            String queue,
            String task,
            String instance,
            int failures,
            @Nullable When lastFailure) {}

    public record Poll(
            String outlet,
            long outletId,
            String feed,
            When at,
            @Nullable String problem) {}

    /** How many versions were read by which analysis. */
    public record AnalysisLine(String analysis, long versions) {}

    public String database() {
        return databaseBytes < 10_000_000_000L
                ? SystemWords.SAY.megabytes(databaseBytes / 1_000_000)
                : SystemWords.SAY.gigabytes(databaseBytes / 1_000_000_000);
    }
}
