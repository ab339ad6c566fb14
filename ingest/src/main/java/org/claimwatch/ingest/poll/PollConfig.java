package org.claimwatch.ingest.poll;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica works its queue. */
@ConfigMapping(prefix = "claimwatch.poll")
interface PollConfig {
    /** How often due feeds are looked for. */
    @WithDefault("PT5S")
    Duration every();

    /** How many due feeds are taken at once. */
    @WithDefault("200")
    int batch();

    /** Tasks at once on this replica, each on a virtual thread; most wait for a host, and slow ones must not be all. */
    @WithDefault("64")
    int threads();

    /** After this a feed that was taken and never came back is due again. */
    @WithDefault("PT30M")
    Duration lease();
}
