package org.claimwatch.web.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** How often one address may ask on this replica: enough to read, too little to guess tokens or to copy a database. */
@ApplicationScoped
class Pace {
    static final int PER_MINUTE = 60;

    private static final int REMEMBERED = 10_000;

    private final ConcurrentHashMap<String, Minute> minutes = new ConcurrentHashMap<>();
    private final Clock clock;

    Pace(Clock clock) {
        this.clock = clock;
    }

    private record Minute(long number, int asked) {}

    boolean allows(String address) {
        long now = clock.instant().getEpochSecond() / 60;
        if (minutes.size() > REMEMBERED) {
            minutes.values().removeIf(minute -> minute.number() < now);
        }
        return minutes.merge(
                                address,
                                new Minute(now, 1),
                                (old, one) -> old.number() == now ? new Minute(now, old.asked() + 1) : one)
                        .asked()
                <= PER_MINUTE;
    }
}
