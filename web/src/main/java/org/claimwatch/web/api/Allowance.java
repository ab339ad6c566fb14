package org.claimwatch.web.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.Session;

/** Counts what each account asks within a minute; in the database, so that it holds on all replicas together. */
@ApplicationScoped
class Allowance {
    private static final int WINDOW = 60;

    private final Session session;
    private final Clock clock;
    private final int perMinute;

    Allowance(Session session, Clock clock, ApiConfig config) {
        this.session = session;
        this.clock = clock;
        this.perMinute = config.perMinute();
    }

    /**
     * What is left after a request.
     *
     * @param left below 0 if it was one too many
     * @param seconds until all is there again
     */
    record Left(int limit, int left, long seconds) {
        boolean used() {
            return left < 0;
        }

        /** After draft-ietf-httpapi-ratelimit-headers-10. */
        String policy() {
            return "\"minute\";q=%d;w=%d".formatted(limit, WINDOW);
        }

        String state() {
            return "\"minute\";r=%d;t=%d".formatted(Math.max(0, left), seconds);
        }
    }

    /** A replica whose clock is behind counts in the minute that another has begun. */
    Left take(String subject) {
        long now = clock.instant().getEpochSecond();
        int asked = QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("""
                        insert into api_use as used (subject, minute, asked) values (:subject, :minute, 1)
                        on conflict (subject) do update
                          set asked = case when excluded.minute > used.minute then 1 else used.asked + 1 end,
                              minute = greatest(excluded.minute, used.minute)
                        returning asked
                        """, Integer.class)
                        .setParameter("subject", subject)
                        .setParameter("minute", now / WINDOW)
                        .getSingleResult());
        return new Left(perMinute, perMinute - asked, WINDOW - now % WINDOW);
    }
}
