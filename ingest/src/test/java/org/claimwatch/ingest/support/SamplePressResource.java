package org.claimwatch.ingest.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Serves the sample press while a Quarkus test runs, and lets ingest fetch it. */
public final class SamplePressResource implements QuarkusTestResourceLifecycleManager {
    private SamplePress press;

    @Override
    public Map<String, String> start() {
        press = new SamplePress();
        return Map.of(
                "claimwatch.fetch.allowed-ranges", "127.0.0.0/8",
                "claimwatch.fetch.minimum-gap", "PT0.05S",
                "claimwatch.poll.every", "PT0.5S",
                "claimwatch.websub.callback", "https://ingest.example");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(press, new TestInjector.MatchesType(SamplePress.class));
    }

    @Override
    public void stop() {
        if (press != null) {
            press.close();
        }
    }
}
