package org.claimwatch.ingest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.claimwatch.common.task.DatabaseClock;

/** The one clock that everything in ingest asks, so that tests can set it. */
class SystemClock {
    @Produces
    @Singleton
    Clock clock(DataSource database) {
        return new DatabaseClock(database);
    }
}
