package org.claimwatch.web.layout;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.claimwatch.common.task.DatabaseClock;

/** The one place that reads the time, the database's, so that a test can set another. */
class SystemClock {
    @Produces
    @Singleton
    Clock clock(DataSource database) {
        return new DatabaseClock(database);
    }
}
