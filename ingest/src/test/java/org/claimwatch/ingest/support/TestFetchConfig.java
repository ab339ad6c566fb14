package org.claimwatch.ingest.support;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.claimwatch.ingest.fetch.FetchConfig;

/** Small limits, so that tests meet them soon. */
public record TestFetchConfig(List<String> ranges, Duration minimumGap, Duration totalTime) implements FetchConfig {
    public static final TestFetchConfig LOCAL = new TestFetchConfig(List.of("127.0.0.1/32"), Duration.ZERO);

    @Override
    public String contact() {
        return "https://operator.example/crawler";
    }

    @Override
    public Optional<List<String>> allowedRanges() {
        return Optional.of(ranges);
    }

    @Override
    public int atOnce() {
        return 8;
    }

    public TestFetchConfig(List<String> ranges, Duration minimumGap) {
        this(ranges, minimumGap, Duration.ofSeconds(2));
    }

    @Override
    public Duration connectTime() {
        return totalTime.dividedBy(2);
    }

    @Override
    public Duration firstByteTime() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int maxBytes() {
        return 100_000;
    }

    @Override
    public int maxRedirects() {
        return 3;
    }
}
