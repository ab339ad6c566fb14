package org.claimwatch.web.security;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the sign-in service answers, so that nobody is sent to an address where nobody is. It says "away" only of a
 * service that has answered it before: one that it cannot reach at all may well be there for browsers.
 */
@ApplicationScoped
public class SignInWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** One answer may be lost. */
    private static final int SILENCES = 2;

    private final URI address;
    private final Duration every;
    private final Clock clock;
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean answered;
    private int silences;
    private volatile @Nullable Instant awaySince;

    SignInWatch(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI service,
            @ConfigProperty(name = "claimwatch.sign-in.look-every", defaultValue = "5S") Duration every,
            MeterRegistry meters,
            Clock clock) {
        this.address = URI.create(service + "/.well-known/openid-configuration");
        this.every = every;
        this.clock = clock;
        Gauge.builder("claimwatch.web.signin.up", this, watch -> watch.awaySince == null ? 1 : 0)
                .description("whether the sign-in service answers")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (every.isPositive()) {
            Thread.ofVirtual().name("sign-in-watch").start(this::watch);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        end.countDown();
    }

    /** Since when it has not answered; null while it does. */
    public @Nullable Instant awaySince() {
        return awaySince;
    }

    /** Its host, as a person knows it. */
    public String host() {
        return address.getAuthority();
    }

    private void watch() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            do {
                note(answers(client));
            } while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(boolean answers) {
        silences = answers ? 0 : silences + 1;
        answered |= answers;
        if (answers && awaySince != null) {
            Log.info("The sign-in service answers again");
            awaySince = null;
        } else if (answered && silences == SILENCES) {
            Log.warnf("The sign-in service at %s does not answer: nobody can sign in", host());
            awaySince = clock.instant();
        }
    }

    /** A refusal, silence or a proxy's excuse is none; whom it trusts is for quarkus-oidc and browsers to say. */
    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (SSLException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
