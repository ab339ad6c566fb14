package org.claimwatch.web.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Of the API. */
@ConfigMapping(prefix = "claimwatch.api")
interface ApiConfig {
    /** How many requests one account may send within a minute, on all replicas together. */
    @WithDefault("120")
    int perMinute();
}
