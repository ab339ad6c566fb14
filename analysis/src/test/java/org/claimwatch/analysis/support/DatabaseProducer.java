package org.claimwatch.analysis.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.claimwatch.common.support.Database;

/** Lets tests and their fixtures ask the database that the service runs on. */
@ApplicationScoped
class DatabaseProducer {
    @Produces
    @Singleton
    Database database(DataSource dataSource) {
        return new Database(dataSource);
    }
}
