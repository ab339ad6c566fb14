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
                // All hosts share this machine with their visitor, and the healthy ones must not look slow on a busy
                // one.
                "claimwatch.fetch.total-time", "PT6S",
                "claimwatch.fetch.connect-time", "PT6S",
                "claimwatch.fetch.max-bytes", "200000",
                "claimwatch.poll.every", "PT0.5S",
                // Two replicas in one process have twice one's connections.
                "quarkus.datasource.jdbc.max-size", "80",
                "quarkus.datasource.jdbc.acquisition-timeout", "PT60S");
    }

    @Override
    public void stop() {}
}
