package org.claimwatch.web.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.claimwatch.web.words.LayoutWords;
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
        Response page = answer(
                switch (given.getStatus()) {
                    case 404 ->
                        new ErrorPage(
                                404,
                                LayoutWords.SAY.noSuchPage(),
                                LayoutWords.SAY.noSuchPageWhy(),
                                LayoutWords.SAY.noSuchPageThen());
                    case 403 -> forbidden(e.getMessage());
                    case 503 ->
                        new ErrorPage(
                                503,
                                LayoutWords.SAY.notJustNow(),
                                String.valueOf(e.getMessage()),
                                LayoutWords.SAY.notJustNowThen());
                    default ->
                        new ErrorPage(
                                given.getStatus(),
                                LayoutWords.SAY.cannotBeDone(),
                                e.getMessage() == null ? LayoutWords.SAY.notUnderstood() : e.getMessage(),
                                LayoutWords.SAY.cannotBeDoneThen());
                },
                uri);
        String again = given.getHeaderString(HttpHeaders.RETRY_AFTER);
        return again == null
                ? page
                : Response.fromResponse(page)
                        .header(HttpHeaders.RETRY_AFTER, again)
                        .build();
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
                        LayoutWords.SAY.broken(),
                        LayoutWords.SAY.brokenWhy(incident),
                        LayoutWords.SAY.brokenThen()),
                uri);
    }

    private static ErrorPage forbidden(@Nullable String why) {
        return new ErrorPage(
                403,
                LayoutWords.SAY.notAllowed(),
                why == null ? LayoutWords.SAY.forAdministrators() : why,
                LayoutWords.SAY.notAllowedThen());
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
