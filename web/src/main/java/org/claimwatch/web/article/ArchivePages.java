package org.claimwatch.web.article;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.claimwatch.web.article.Archive.Answer;
import org.claimwatch.web.article.Archive.State;
import org.claimwatch.web.layout.ResponseHeaders;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.words.ArticleWords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page behind a version as it was fetched: strangers' markup, so it is shown where it can do nothing. */
@Path("/articles/{id:\\d+}/versions/{number:\\d+}/archived")
@RunOnVirtualThread
public class ArchivePages {
    /** Scripts, forms, plugins, pop-ups and refreshes are off, its origin is nobody's, and it loads nothing. */
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern REACHING_OUT = Pattern.compile(
            "<(link|meta|base|i?frame|frameset|object|embed|applet|portal)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private final PageOfVersion pages;
    private final Archive archive;
    private final ResponseHeaders headers;
    private final CurrentReader reader;
    private final String csrfCookie;

    public ArchivePages(
            PageOfVersion pages,
            Archive archive,
            ResponseHeaders headers,
            CurrentReader reader,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String csrfCookie) {
        this.pages = pages;
        this.archive = archive;
        this.headers = headers;
        this.reader = reader;
        this.csrfCookie = csrfCookie;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance archived(ArchivedPage page);
    }

    @GET
    @Compressed
    public Response frame(
            @RestPath long id,
            @RestPath int number,
            @RestQuery @DefaultValue("1") int of,
            @Context RoutingContext request) {
        ArchivedPage page = pages.of(id, number, of, reader.get()).orElseThrow(NotFoundException::new);
        // In place of what every answer has: two policies would both hold, and the common one frames nothing.
        request.response().putHeader(POLICY, headers.contentSecurityPolicy() + "; frame-src 'self'");
        return Response.status(page.state() == State.AWAY ? 503 : 200)
                .entity(Templates.archived(page))
                .build();
    }

    @GET
    @Path("page")
    public Response page(
            @RestPath long id,
            @RestPath int number,
            @RestQuery @DefaultValue("1") int of,
            @Context RoutingContext request) {
        HttpServerResponse http = request.response();
        http.putHeader(POLICY, NOTHING_RUNS);
        http.putHeader("Referrer-Policy", "no-referrer");
        // It holds no form of ours, so it gets no token for one.
        request.addHeadersEndHandler(end -> http.removeCookies(csrfCookie, false));
        long version = pages.versionId(id, number, of).orElseThrow(NotFoundException::new);
        Answer answer = archive.page(version, of);
        Response.ResponseBuilder response = switch (answer.state()) {
            case HELD -> Response.ok(keptIn(answer.bytes()), harmless(answer.type()));
            case AWAY -> said(503, ArticleWords.SAY.archiveAway());
            default -> said(404, ArticleWords.SAY.archiveHasNone());
        };
        return response.header("X-DNS-Prefetch-Control", "off")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GET
    @Path("warc")
    public Response warc(@RestPath long id, @RestPath int number) {
        Answer answer = archive.warc(version(id, number));
        if (answer.state() != State.HELD) {
            return said(answer.state() == State.AWAY ? 503 : 404, ArticleWords.SAY.archiveCannot())
                    .build();
        }
        return Response.ok(answer.bytes(), "application/warc")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"article-%d-version-%d.warc.gz\"".formatted(id, number))
                .build();
    }

    private long version(long id, int number) {
        return pages.versionId(id, number).orElseThrow(NotFoundException::new);
    }

    private static Response.ResponseBuilder said(int status, String what) {
        return Response.status(status)
                .entity(what.getBytes(StandardCharsets.UTF_8))
                .type("text/plain;charset=UTF-8");
    }

    /**
     * A {@code link}, and some browsers' hurry to follow a {@code meta} or a frame, may open a connection to another host
     * (preconnect, dns-prefetch) before any policy is asked. The policy lets none of these elements do anything, so
     * nothing is lost by renaming them; the file has the page as it was.
     */
    private static byte[] keptIn(byte[] page) {
        return REACHING_OUT
                .matcher(new String(page, StandardCharsets.UTF_8))
                .replaceAll("<no-$1")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A page is a page; whatever else came is shown as text or not at all. */
    private static String harmless(String type) {
        String bare = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "text/html", "application/xhtml+xml", "" -> "text/html;charset=UTF-8";
            default -> "text/plain;charset=UTF-8";
        };
    }
}
