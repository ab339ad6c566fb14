package org.claimwatch.web.reading;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import org.claimwatch.web.security.CurrentViewer;

/** The reader of this page. */
@RequestScoped
public class CurrentReader {
    private final CurrentViewer viewer;
    private final Clock clock;

    public CurrentReader(CurrentViewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    public Reader get() {
        return new Reader(viewer.get().zone(), clock.instant(), viewer.member().orElse(null));
    }
}
