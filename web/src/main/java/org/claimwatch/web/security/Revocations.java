package org.claimwatch.web.security;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.SecurityEvent;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that ended at the sign-in service (OpenID Connect Back-Channel Logout 1.0), in the database: the replica that was
 * told is seldom the one that is asked next.
 */
@ApplicationScoped
public class Revocations {
    /** Longer than any session of the sign-in service lasts. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    /** For so long what could not be written is tried again: longer than a database is away. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Session entities;
    private final Clock clock;

    Revocations(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Told on an event loop, once quarkus-oidc has verified the token's signature, issuer, audience and age. */
    void told(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_BACKCHANNEL_LOGOUT_INITIATED) {
            Object verified = Objects.requireNonNull(event.getEventProperties().get("logout_token"));
            Thread.ofVirtual().start(() -> remember(verified));
        }
    }

    private void remember(Object verified) {
        try {
            String session = sessionOf(verified);
            write(session, clock.instant().plus(PATIENCE), FIRST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ReflectiveOperationException e) {
            Log.error("A session that ended at the sign-in service could not be ended on all replicas", e);
        }
    }

    /** The sign-in service says it once and hears no answer of ours, so it is written down whatever the database does just now. */
    private void write(String session, Instant until, Duration pause) throws InterruptedException {
        try {
            QuarkusTransaction.requiringNew().run(() -> revoke(session));
        } catch (RuntimeException e) {
            if (clock.instant().isAfter(until)) {
                throw e;
            }
            Log.warnf("A session that ended at the sign-in service is written down in %s: %s", pause, e.getMessage());
            Thread.sleep(pause);
            Duration next = pause.multipliedBy(2);
            write(session, until, next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next);
        }
    }

    private void revoke(String session) {
        entities.createNativeMutationQuery(
                        "insert into session_revocation (session_id, revoked_at) values (:session, :now) on conflict do nothing")
                .setParameter("session", session)
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
        entities.createNativeMutationQuery("delete from session_revocation where revoked_at < :then")
                .setParameter("then", clock.instant().minus(REMEMBERED), Instant.class)
                .executeUpdate();
    }

    @Transactional
    public boolean ended(@Nullable String session) {
        return session != null
                && entities.createNativeQuery(
                                        "select count(*) as found from session_revocation where session_id = :session",
                                        Long.class)
                                .addScalar("found", Long.class)
                                .setParameter("session", session)
                                .getSingleResult()
                        > 0;
    }

    /** The event carries the verified claims in a field that quarkus-oidc shows to nobody else. */
    private static String sessionOf(Object verified) throws ReflectiveOperationException {
        Field claims = verified.getClass().getDeclaredField("localVerificationResult");
        claims.setAccessible(true);
        String session = ((JsonObject) claims.get(verified)).getString("sid");
        if (session == null) {
            throw new IllegalArgumentException("a logout token without sid: set “backchannel logout session required”");
        }
        return session;
    }
}
