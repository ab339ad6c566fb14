package org.claimwatch.web.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.claimwatch.web.mail.Stop.Holder;
import org.claimwatch.web.words.LanguageOfRequest;

/**
 * Stops mails for people who are not signed in and for mail programs that act for them (RFC 8058). It stands beside the
 * pages, because those ask every form for a token from a page that no mail program has read; the address itself is the
 * token here. Looking at it changes nothing: scanners look at every address in a mail.
 */
@ApplicationScoped
class StopRoutes {
    private static final int LONGEST_BODY = 8192;

    private final Stop stop;
    private final MeterRegistry meters;

    StopRoutes(Stop stop, MeterRegistry meters) {
        this.stop = stop;
        this.meters = meters;
    }

    /** What the page shows. */
    public record StopPage(String address, String list, boolean stopped, boolean known) {}

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance stop(StopPage page);
    }

    void register(@Observes Router router) {
        String path = Stop.PATH + ":token";
        router.get(path).blockingHandler(this::look, false);
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(this::decide, false);
    }

    private void look(RoutingContext context) {
        stop.holder(token(context)).ifPresentOrElse(holder -> show(context, holder), () -> unknown(context));
    }

    private void decide(RoutingContext context) {
        HttpServerRequest form = context.request();
        stop.holder(token(context))
                .ifPresentOrElse(
                        holder -> {
                            if ("One-Click".equals(form.getFormAttribute("List-Unsubscribe"))) {
                                stop.stop(holder);
                                count("stopped");
                            } else if ("yes".equals(form.getFormAttribute("again"))) {
                                stop.again(holder);
                                count("again");
                            } else {
                                context.response().setStatusCode(400);
                            }
                            show(context, holder);
                        },
                        () -> unknown(context));
    }

    private static String token(RoutingContext context) {
        return Objects.requireNonNull(context.pathParam("token"));
    }

    private void show(RoutingContext context, Holder holder) {
        answer(context, new StopPage(holder.address(), holder.list().inWords(), stop.stopped(holder), true));
    }

    private static void unknown(RoutingContext context) {
        context.response().setStatusCode(404);
        answer(context, new StopPage("", "", false, false));
    }

    private static void answer(RoutingContext context, StopPage page) {
        context.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Robots-Tag", "noindex")
                .end(LanguageOfRequest.asked(context.request())
                        .speaking(() -> Templates.stop(page).render()));
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.mail.stop", "outcome", outcome).increment();
    }
}
