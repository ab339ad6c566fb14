package org.claimwatch.deploy.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;

/**
 * Has the stored texts read again from nothing by one worker that nobody disturbs, in the order in which a run came to read
 * them: what that run should have ended with.
 */
public final class UndisturbedReading {
    private static final String ORDER = "select id from article_version order by analysed_at";

    private UndisturbedReading() {}

    /** The stack's own analysis must have ended, and stays so. */
    public static FinalState of(LocalStack stack, Everything database, ReadPress press)
            throws IOException, InterruptedException {
        List<String> order = database.lines(ORDER);
        database.run(
                "delete from statement",
                "delete from claim",
                "delete from story",
                "delete from actor",
                "delete from analysis_task",
                "update article_version set analysed_at = null, analysis_version = null");
        for (int i = 0; i < order.size(); i++) {
            database.run("""
                    insert into analysis_task (task_name, task_instance, task_data, execution_time, picked, version)
                    values ('analyse-version', '%1$s', convert_to('{"articleVersionId":%1$s}', 'UTF8'),
                            now() - interval '1 hour' + %2$d * interval '1 second', false, 1)""".formatted(order.get(i), i));
        }
        try (Service reader =
                stack.another("analysis", "analysis-undisturbed", Map.of("CLAIMWATCH_ANALYSIS_THREADS", "1"))) {
            reader.start();
            press.awaitEnd();
        }
        assertThat(database.lines(ORDER)).isEqualTo(order);
        return database.finalState();
    }
}
