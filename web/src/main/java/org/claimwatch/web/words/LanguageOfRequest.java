package org.claimwatch.web.words;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which language a request is answered: what the person set, else what this browser was told, else what it asks for. The
 * API and files for programs are English whoever asks.
 */
@RequestScoped
public class LanguageOfRequest {
    /** Of whoever has no account here, or is not signed in. */
    public static final String COOKIE = "language";

    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("/api/.*|.*\\.(csv|jsonl|graphml|opml|json|yaml|atom)|/(alert|search)-feeds/.*");

    private final CurrentVertxRequest http;
    private @Nullable Language language;

    public LanguageOfRequest(CurrentVertxRequest http) {
        this.http = http;
    }

    /** Nothing where there is no request. */
    static Optional<Language> here() {
        ArcContainer container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? Optional.empty()
                : Optional.of(container.instance(LanguageOfRequest.class).get().get());
    }

    public Language get() {
        Language known = language;
        if (known == null) {
            known = asked();
            language = known;
        }
        return known;
    }

    /** What the person's account says; null says nothing. */
    public void set(@Nullable String tag) {
        RoutingContext request = http.getCurrent();
        if (request == null || !forPrograms(request.request())) {
            Language.of(tag).ifPresent(chosen -> language = chosen);
        }
    }

    private Language asked() {
        RoutingContext routing = http.getCurrent();
        if (routing == null || forPrograms(routing.request())) {
            return Language.ENGLISH;
        }
        return asked(routing.request());
    }

    /** Outside the pages' own routes, where nobody is signed in. */
    public static Language asked(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of)
                .or(() -> Language.accepted(request.getHeader("Accept-Language")))
                .orElse(Language.ENGLISH);
    }

    private static boolean forPrograms(HttpServerRequest request) {
        return FOR_PROGRAMS.matcher(request.path()).matches();
    }
}
