package org.claimwatch.web.layout;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers that say what happened, to what, and what to do next, in the same frame as every page. */
public class ErrorPages {
    /** What went wrong. */
    public record ErrorPage(int status, String heading, String explanation, String advice) {}

    @CheckedTemplate(basePath = "layout")
    static class Templates {
        static native TemplateInstance error(ErrorPage page);
    }

    @ServerExceptionMapper
    public Response known(WebApplicationException e) {
        Response given = e.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        return answer(
                switch (given.getStatus()) {
                    case 404 ->
                        new ErrorPage(
                                404,
                                "There is no such page",
                                "Nothing of this address is held here, or it belongs to a team that you are not in.",
                                "Check the address, or start from Today.");
                    case 403 -> forbidden(e.getMessage());
                    default ->
                        new ErrorPage(
                                given.getStatus(),
                                "This cannot be done as asked",
                                e.getMessage() == null ? "The request was not understood." : e.getMessage(),
                                "Go back, change what you entered, and send it again.");
                });
    }

    @ServerExceptionMapper
    public Response forbidden(io.quarkus.security.ForbiddenException e) {
        return answer(forbidden((String) null));
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e) {
        String incident = UUID.randomUUID().toString();
        Log.errorf(e, "Incident %s", incident);
        return answer(new ErrorPage(
                500,
                "Something broke on our side",
                "It is in the log as incident %s.".formatted(incident),
                "Try again in a moment; if it stays, give that number to whoever runs this instance."));
    }

    private static ErrorPage forbidden(@Nullable String why) {
        return new ErrorPage(
                403,
                "Your role does not allow this",
                why == null ? "This is for the administrators of this instance." : why,
                "Ask an administrator for the role, who grants it where accounts are kept.");
    }

    private static Response answer(ErrorPage page) {
        return Response.status(page.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.error(page))
                .build();
    }
}
