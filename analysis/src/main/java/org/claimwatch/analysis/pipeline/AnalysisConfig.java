package org.claimwatch.analysis.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much this replica analyses. */
@ConfigMapping(prefix = "claimwatch.analysis")
interface AnalysisConfig {
    /** How many texts at once. */
    @WithDefault("2")
    int threads();
}
