package org.claimwatch.web.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be downloaded at one time. */
@ConfigMapping(prefix = "claimwatch.download")
public interface DownloadConfig {
    /** Files that one replica writes at one time: each holds a connection of the pool, and pages need some too. */
    @WithDefault("12")
    int atOnce();

    /** Of these, to one person. */
    @WithDefault("4")
    int perPerson();
}
