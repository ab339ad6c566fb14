package org.claimwatch.web.reading;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Figures of whole periods, about which every page asks alike: counted once, they are shown for a while, and anew to whoever
 * has just changed something.
 */
@ApplicationScoped
public class Kept {
    private static final Duration SHORTLY = Duration.ofMinutes(1);

    /** So many times what counting took is longer than anything is kept. */
    private static final int ALWAYS = Integer.MAX_VALUE;

    private final CurrentViewer viewer;
    private final KeptConfig config;
    private final KeptRows answers;
    private final KeptRows steady;

    public Kept(CurrentViewer viewer, KeptConfig config, Clock clock) {
        this.viewer = viewer;
        this.config = config;
        this.answers = new KeptRows(config.time(), config.quick(), config.share(), config.rows(), clock);
        Duration shortly = config.time().compareTo(SHORTLY) < 0 ? config.time() : SHORTLY;
        this.steady = new KeptRows(shortly, Duration.ZERO, ALWAYS, config.rows(), clock);
    }

    /** What is asked, and for which team: rows of teams are hidden from each other within the database. */
    private record Question(
            Class<?> type,
            String sql,
            Map<String, ?> parameters,
            @Nullable Long team) {}

    /** Where a period ends that reaches up to now: further on by whole steps only, so that one counting serves many. */
    public Instant end(Instant now) {
        long step = config.time().toSeconds();
        return step == 0 ? now : Instant.ofEpochSecond((now.getEpochSecond() / step + 1) * step);
    }

    <T> List<T> rows(Class<?> type, String sql, Map<String, ?> parameters, Supplier<List<T>> count) {
        return config.time().isZero() || !isPage()
                ? count.get()
                : answers.to(new Question(type, sql, Map.copyOf(parameters), team()), count);
    }

    /** As {@link #rows}, for what stands on every page. */
    <T> List<T> steady(Class<?> type, String sql, Map<String, ?> parameters, Supplier<List<T>> count) {
        return config.time().isZero() || !isPage()
                ? count.get()
                : steady.to(new Question(type, sql, Map.copyOf(parameters), team()), count);
    }

    @ServerResponseFilter
    public void forget(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.GET) && !request.getMethod().equals(HttpMethod.HEAD)) {
            answers.forget();
            steady.forget();
        }
    }

    /** Background work counts for itself, and so does whoever came by a link that shows one list only. */
    private boolean isPage() {
        return Arc.container().requestContext().isActive() && viewer.known();
    }

    private @Nullable Long team() {
        return viewer.member().map(Member::teamId).orElse(null);
    }
}
