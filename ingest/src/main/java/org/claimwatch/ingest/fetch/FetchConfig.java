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

    /** Special address ranges that may be fetched all the same, such as {@code 127.0.0.0/8}. */
    Optional<List<String>> allowedRanges();

    /** Pause between two requests to one host, unless its robots.txt asks for a longer one. */
    @WithDefault("PT2S")
    Duration minimumGap();

    /** Longest time for one request, from connecting to the last byte. */
    @WithDefault("PT30S")
    Duration totalTime();

    @WithDefault("PT10S")
    Duration connectTime();

    /** Largest body in bytes, after decompression. */
    @WithDefault("8388608")
    int maxBytes();

    @WithDefault("5")
    int maxRedirects();

    default String userAgent() {
        return "Claimwatch/0.1 (+" + contact() + ")";
    }
}
