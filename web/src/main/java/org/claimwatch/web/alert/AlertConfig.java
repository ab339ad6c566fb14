package org.claimwatch.web.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an instance sets for its alerts. */
@ConfigMapping(prefix = "claimwatch.alert")
public interface AlertConfig {
    /** How often to look for something to raise, and for quiet hours that are over. */
    @WithDefault("30s")
    Duration lookEvery();

    /**
     * Hosts, as they stand in an address, to which webhooks may be sent though they are not on the open web, and without
     * TLS; empty for none.
     */
    Optional<List<String>> allowedHosts();

    /** How long to wait for a webhook's answer. */
    @WithDefault("10s")
    Duration patience();

    /** How long to wait after a first failed attempt; each further wait is one and a half times as long. */
    @WithDefault("30s")
    Duration retryAfter();

    /** After how many attempts a notice is given up. */
    @WithDefault("10")
    int attempts();

    /** After how many notices in a row that failed a channel is switched off. */
    @WithDefault("5")
    int failures();
}
