package org.claimwatch.ingest.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How often, and for how long, a stored article is looked at again. */
@ConfigMapping(prefix = "claimwatch.refetch")
public interface RefetchConfig {
    @WithDefault("true")
    boolean enabled();

    /** Ages at which an article is looked at again; after the last it is left alone. */
    @WithDefault("PT30M,PT2H,PT6H,P1D,P3D,P7D")
    List<Duration> ages();

    /** An article that was older than this when it was first met is what a feed still lists: it is not looked at again. */
    @WithDefault("P1D")
    Duration oldAfter();

    /** How often articles are looked for whose time has come. */
    @WithDefault("PT30S")
    Duration every();

    /** How many of them may wait in the queue at once. */
    @WithDefault("500")
    int waiting();
}
