package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Which analysis this replica runs, and whether a later one has begun its work in the same database.
 *
 * <p>The name is a digest of what is read in the sample press and of the resources it is read by; a test fails where a
 * reading changes and the name does not.
 */
@ApplicationScoped
class AnalysisRelease {
    /** The name of this analysis, as it stands in the rows that it wrote. */
    static final String NAME = name();

    private final EntityManager entities;
    private final Clock clock;

    AnalysisRelease(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Once known, an analysis keeps its place, however often a replica of it starts. */
    @Transactional
    void register() {
        entities.createNativeQuery(
                        "insert into analysis_release (name, first_run_at) values (:name, :now) on conflict do nothing")
                .setParameter("name", NAME)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Whether no later analysis has begun. */
    boolean isNewest() {
        return is("select max(id) = max(id) filter (where name = :mine) from analysis_release", null);
    }

    /** Whether what that analysis read is to stay: it is this one, or a later one. */
    boolean keeps(@Nullable String analysis) {
        return NAME.equals(analysis) || (analysis != null && is("""
                        select exists (select from analysis_release mine, analysis_release theirs
                          where mine.name = :mine and theirs.name = :theirs and theirs.id > mine.id)""", analysis));
    }

    private boolean is(String question, @Nullable String theirs) {
        var query = entities.createNativeQuery(question, Boolean.class).setParameter("mine", NAME);
        if (theirs != null) {
            query.setParameter("theirs", theirs);
        }
        return Boolean.TRUE.equals(query.getSingleResult());
    }

    private static String name() {
        try (InputStream in = AnalysisRelease.class.getResourceAsStream("analysis-release.txt")) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: analysis-release.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
