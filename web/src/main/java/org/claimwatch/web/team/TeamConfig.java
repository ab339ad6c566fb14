package org.claimwatch.web.team;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an instance sets for its teams. */
@ConfigMapping(prefix = "claimwatch.team")
public interface TeamConfig {
    /** Where people reach the dashboard; links in invitations begin with it. */
    @WithDefault("${claimwatch.digest.address:http://127.0.0.1:8080}")
    URI address();

    /** For how long an invitation can be accepted. */
    @WithDefault("7d")
    Duration invitationsLast();
}
