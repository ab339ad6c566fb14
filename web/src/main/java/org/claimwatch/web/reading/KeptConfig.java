package org.claimwatch.web.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long the figures of a period are shown as they were counted. */
@ConfigMapping(prefix = "claimwatch.kept")
public interface KeptConfig {
    /** The longest, for what takes longest; 0 counts for each page anew. */
    @WithDefault("5M")
    Duration time();

    /** What is counted in less is counted for each page anew. */
    @WithDefault("PT0.005S")
    Duration quick();

    /** So many times what counting took are figures shown: counting one thing takes no more of a processor than one part in so many. */
    @WithDefault("2000")
    int share();

    /** Rows kept at most, the longest unused are given up first. */
    @WithDefault("100000")
    int rows();
}
