package org.claimwatch.ingest.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How ingest introduces itself to outlets, and what it puts up with. */
@ConfigMapping(prefix = "claimwatch.fetch")
public interface FetchConfig {
    /** Where an outlet's webmaster reaches the operator: an address or a page. It is part of the user agent. */
    @WithDefault("https://claimwatch.org/crawler")
    String contact();

    /**
     * Special address ranges that may be fetched all the same: by the name that a refusal gives ({@code loopback}), as
     * a range ({@code 10.1.0.0/16}), or as a range with a name of one's own ({@code press-archive=10.1.0.0/16}).
     */
    Optional<List<String>> allowedRanges();

    /** Pause between two requests to one host, unless its robots.txt asks for a longer one. */
    @WithDefault("PT2S")
    Duration minimumGap();

    /** Requests under way at once over all replicas together. */
    @WithDefault("64")
    int atOnce();

    /** Longest time for one request, from connecting to the last byte. */
    @WithDefault("PT30S")
    Duration totalTime();

    /** Longest time for a name to be looked up, a connection to be made, and a secure one to be agreed on, each. */
    @WithDefault("PT10S")
    Duration connectTime();

    /** Longest time without a byte: until the first, and between two. */
    @WithDefault("PT15S")
    Duration firstByteTime();

    /** Largest body in bytes, as it comes and again unpacked. */
    @WithDefault("8388608")
    int maxBytes();

    @WithDefault("5")
    int maxRedirects();

    default String userAgent() {
        return "Claimwatch/0.1 (+" + contact() + ")";
    }
}
