package org.claimwatch.ingest.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;

/** Lets ingest fetch from one address of this machine, within limits that a simulation meets soon. */
public final class SimulationResource implements QuarkusTestResourceLifecycleManager {
    public static final Duration GAP = Duration.ofMillis(200);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "claimwatch.fetch.allowed-ranges", "127.0.0.1/32",
                "claimwatch.fetch.minimum-gap", GAP.toString(),
                "claimwatch.fetch.total-time", "PT2S",
                "claimwatch.fetch.connect-time", "PT1S",
                "claimwatch.fetch.max-bytes", "200000",
                "claimwatch.poll.every", "PT0.5S");
    }

    @Override
    public void stop() {}
}
