package org.claimwatch.analysis.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much this replica analyses. */
@ConfigMapping(prefix = "claimwatch.analysis")
interface AnalysisConfig {
    /** How many texts at once. */
    @WithDefault("2")
    int threads();

    /** How often it is looked for texts that an earlier analysis read. */
    @WithDefault("5s")
    Duration rereadEvery();

    /** At most so many of those wait at once; 0 leaves them as they are. */
    @WithDefault("20")
    int rereadBatch();

    /** How often a text that cannot be read is tried again before it is given up. */
    @WithDefault("5")
    int retries();

    /** How long the first of those waits; each waits twice as long as the one before. */
    @WithDefault("1m")
    Duration retryAfter();
}
