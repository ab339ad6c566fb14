package org.claimwatch.web.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where ingest hands archived pages out: the one service that touches the archive. */
@ConfigMapping(prefix = "claimwatch.archive")
interface ArchiveConfig {
    @WithDefault("http://127.0.0.1:8081")
    URI address();
}
