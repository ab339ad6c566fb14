package org.claimwatch.web.layout;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers to run and load nothing but our own, on every answer, an error or a style sheet included. */
@ApplicationScoped
public class ResponseHeaders {
    private static final int BEFORE_EVERYTHING = 1000;
    private static final String TLS_FOR_A_YEAR = "max-age=31536000";

    private final String contentSecurityPolicy;

    ResponseHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        this.contentSecurityPolicy = String.join(
                "; ",
                "default-src 'none'",
                "style-src 'self'",
                "script-src 'self'",
                "connect-src 'self'",
                "img-src 'self' data:",
                // A form may meet an expired session and be led to the sign-in page.
                "form-action 'self' %s://%s".formatted(issuer.getScheme(), issuer.getAuthority()),
                "base-uri 'none'",
                "frame-ancestors 'none'",
                // Scripts make markup of no text but what app.js lets through: an answer of our own to htmx.
                "require-trusted-types-for 'script'",
                "trusted-types default");
    }

    /** What a page that may do more adds to. */
    public String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    void register(@Observes Filters filters) {
        filters.register(
                route -> {
                    route.response()
                            .putHeader("Content-Security-Policy", contentSecurityPolicy)
                            .putHeader("X-Content-Type-Options", "nosniff")
                            .putHeader("Referrer-Policy", "same-origin")
                            .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                            .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
                    if (route.request().isSSL()) {
                        route.response().putHeader("Strict-Transport-Security", TLS_FOR_A_YEAR);
                    }
                    route.next();
                },
                BEFORE_EVERYTHING);
    }
}
