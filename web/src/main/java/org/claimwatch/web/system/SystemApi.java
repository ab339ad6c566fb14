package org.claimwatch.web.system;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.system.SystemPage.FailingTask;
import org.claimwatch.web.system.SystemPage.Poll;
import org.claimwatch.web.system.SystemPage.QueueLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the instance keeps up, for its administrators' programs. */
@Path("/api/v1/system")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SystemApi {
    private final StateOfInstance state;
    private final Questions questions;

    public SystemApi(StateOfInstance state, Questions questions) {
        this.state = state;
        this.questions = questions;
    }

    /**
     * The state of the instance at one moment; moments are in UTC.
     *
     * @param release of the service that answers
     * @param databaseBytes what the database takes on its disk
     * @param pagesWaiting archived pages that the archive has not taken yet
     * @param failing tasks of each queue whose newest attempt failed, those first that failed most often; 20 at most
     * @param polls the newest 20
     */
    @Schema(name = "SystemState")
    public record SystemItem(
            String release,
            TablesItem tables,
            long databaseBytes,
            long pagesWaiting,
            List<QueueItem> queues,
            List<FailingItem> failing,
            List<PollItem> polls,
            List<AnalysisItem> analyses) {}

    /** The newest change of the tables that has run. */
    @Schema(name = "Tables")
    public record TablesItem(String version, String description, String ran) {}

    /**
     * How one module's background work stands.
     *
     * @param due tasks that may run now, with those under way
     * @param oldestSeconds how long the oldest due task has waited
     * @param tasks all, those of a later time included
     * @param failing those whose newest attempt failed
     */
    @Schema(name = "Queue")
    public record QueueItem(String name, long due, double oldestSeconds, long tasks, long failing) {}

    @Schema(name = "FailingTask")
    public record FailingItem(
            String queue,
            String task,
            String instance,
            int failures,
            @Schema(nullable = true) @Nullable String lastFailure) {}

    /** When a feed was asked, and what was the matter; null if nothing was. */
    @Schema(name = "Poll")
    public record PollItem(
            Named outlet,
            String feed,
            String at,
            @Schema(nullable = true) @Nullable String problem) {}

    /** How many articles' versions were read by which analysis. */
    @Schema(name = "AnalysisCount")
    public record AnalysisItem(String analysis, long versions) {}

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Operation(summary = "Queues, failing tasks, newest polls, releases; for instance administrators")
    public SystemItem system() {
        SystemPage now = state.now(questions.reader());
        return new SystemItem(
                now.release(),
                new TablesItem(
                        now.migration().version(),
                        now.migration().description(),
                        now.migration().ranAt().iso()),
                now.databaseBytes(),
                now.pagesWaiting(),
                now.queues().stream().map(SystemApi::item).toList(),
                now.failing().stream().map(SystemApi::item).toList(),
                now.polls().stream().map(SystemApi::item).toList(),
                now.analyses().stream()
                        .map(line -> new AnalysisItem(line.analysis(), line.versions()))
                        .toList());
    }

    private static QueueItem item(QueueLine queue) {
        var state = queue.state();
        return new QueueItem(queue.name(), state.due(), state.ageSeconds(), state.depth(), state.failing());
    }

    private static FailingItem item(FailingTask task) {
        return new FailingItem(
                task.queue(),
                task.task(),
                task.instance(),
                task.failures(),
                task.lastFailure() == null ? null : task.lastFailure().iso());
    }

    private static PollItem item(Poll poll) {
        return new PollItem(
                new Named(poll.outletId(), poll.outlet()),
                poll.feed(),
                poll.at().iso(),
                poll.problem());
    }
}
