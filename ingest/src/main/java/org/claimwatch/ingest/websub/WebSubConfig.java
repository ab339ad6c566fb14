package org.claimwatch.ingest.websub;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Whether hubs can reach us. */
@ConfigMapping(prefix = "claimwatch.websub")
interface WebSubConfig {
    /**
     * Public address of this service, such as {@code https://ingest.example.org}, below which {@code /websub/} leads
     * here; without it no hub is asked for anything.
     */
    Optional<URI> callback();
}
