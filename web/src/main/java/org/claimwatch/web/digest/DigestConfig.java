package org.claimwatch.web.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an instance sets for its digests. */
@ConfigMapping(prefix = "claimwatch.digest")
public interface DigestConfig {
    /** Where recipients reach the dashboard; links in e-mails begin with it. */
    @WithDefault("http://127.0.0.1:8080")
    URI address();

    /** How often to look for periods that have ended. */
    @WithDefault("30s")
    Duration lookEvery();

    /** How long to wait after a first failed attempt; each further wait is one and a half times as long. */
    @WithDefault("1m")
    Duration retryAfter();

    /** After how many attempts an edition is given up. */
    @WithDefault("12")
    int attempts();
}
