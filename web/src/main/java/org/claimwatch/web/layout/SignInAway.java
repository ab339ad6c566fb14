package org.claimwatch.web.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.claimwatch.web.security.SignInWatch;
import org.claimwatch.web.words.LanguageOfRequest;

/**
 * Says what is wrong where a browser would otherwise be led to a sign-in service that does not answer. Whoever is signed in
 * goes on; a session that has to be renewed meanwhile lands here, too.
 */
@ApplicationScoped
class SignInAway {
    private static final String PATH = "/sign-in-away";
    private static final int EARLY = 900;
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final SignInWatch watch;
    private final Clock clock;

    SignInAway(SignInWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * What the page says.
     *
     * @param back once it answers
     */
    public record AwayPage(boolean away, String service, String since, String back) {}

    @CheckedTemplate(basePath = "layout")
    static class Templates {
        static native TemplateInstance signInAway(AwayPage page);
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(ended -> leadElsewhere(context));
                    context.next();
                },
                EARLY);
    }

    void register(@Observes Router router) {
        router.get(PATH).blockingHandler(this::show, false);
    }

    private void leadElsewhere(RoutingContext context) {
        if (watch.awaySince() != null && leadsToSignIn(context.response())) {
            String wanted = HttpMethod.GET.equals(context.request().method())
                    ? context.request().uri()
                    : "/";
            context.response()
                    .putHeader("Location", Address.of(PATH).with("to", wanted).toString());
        }
    }

    /** As OpenID Connect has it, 3.1.2.1: whose service it is does not matter. */
    private static boolean leadsToSignIn(HttpServerResponse response) {
        String to = response.headers().get("Location");
        return response.getStatusCode() == 302
                && to != null
                && to.contains("response_type=code")
                && to.contains("client_id=");
    }

    private void show(RoutingContext context) {
        Instant since = watch.awaySince();
        String to = context.request().getParam("to", "/");
        // An address of our own, never another site's.
        String back = to.matches("/([^/\\\\].*)?") ? to : "/";
        AwayPage page = new AwayPage(
                since != null,
                watch.host(),
                SINCE.format((since == null ? clock.instant() : since).atOffset(ZoneOffset.UTC)),
                back);
        context.response()
                .setStatusCode(since == null ? 200 : 503)
                .putHeader("Retry-After", "10")
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Robots-Tag", "noindex")
                .end(LanguageOfRequest.asked(context.request())
                        .speaking(() -> Templates.signInAway(page).render()));
    }
}
