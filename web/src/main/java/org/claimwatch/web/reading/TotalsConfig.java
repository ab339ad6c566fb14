package org.claimwatch.web.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far the rows of a list are counted. */
@ConfigMapping(prefix = "claimwatch.totals")
public interface TotalsConfig {
    /** A list of more is said to have more than these; its export has all. */
    @WithDefault("100000")
    int most();
}
