package org.claimwatch.web.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers that say what happened, to what, and what to do next, in the same frame as every page. */
public class ErrorPages {
    private final ObjectMapper json;

    public ErrorPages(ObjectMapper json) {
        this.json = json;
    }

    /** What went wrong. */
    public record ErrorPage(int status, String heading, String explanation, String advice) {}

    @CheckedTemplate(basePath = "layout")
    static class Templates {
        static native TemplateInstance error(ErrorPage page);
    }

    @ServerExceptionMapper
    public Response known(WebApplicationException e, UriInfo uri) {
        Response given = e.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        if (e instanceof Refused refused) {
            return problem(refused.problem());
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
                },
                uri);
    }

    @ServerExceptionMapper
    public Response forbidden(io.quarkus.security.ForbiddenException e, UriInfo uri) {
        return answer(forbidden((String) null), uri);
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e, UriInfo uri) {
        String incident = UUID.randomUUID().toString();
        Log.errorf(e, "Incident %s", incident);
        return answer(
                new ErrorPage(
                        500,
                        "Something broke on our side",
                        "It is in the log as incident %s.".formatted(incident),
                        "Try again in a moment; if it stays, give that number to whoever runs this instance."),
                uri);
    }

    private static ErrorPage forbidden(@Nullable String why) {
        return new ErrorPage(
                403,
                "Your role does not allow this",
                why == null ? "This is for the administrators of this instance." : why,
                "Ask an administrator for the role, who grants it where accounts are kept.");
    }

    /** Programs get the same words without the frame. */
    private Response answer(ErrorPage page, UriInfo uri) {
        if (uri.getPath().startsWith("/api/")) {
            return problem(
                    Problem.of(page.status(), page.heading(), "%s %s".formatted(page.explanation(), page.advice())));
        }
        return Response.status(page.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.error(page))
                .build();
    }

    private Response problem(Problem problem) {
        try {
            return Response.status(problem.status())
                    .type(Problem.TYPE)
                    .entity(json.writeValueAsString(problem))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text and numbers is JSON", e);
        }
    }
}
