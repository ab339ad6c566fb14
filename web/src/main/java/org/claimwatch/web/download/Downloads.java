package org.claimwatch.web.download;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.words.LayoutWords;

/**
 * Files that are written while their rows are read. Each says in a header how many rows it has, and what cannot be read to its
 * end breaks the transfer off: no file is shorter than it ought to be and looks whole. So many at one time and no more, for
 * each holds a connection to the database for as long as somebody takes to fetch it.
 */
@ApplicationScoped
public class Downloads {
    /** Rows of data: a heading line is none. */
    public static final String ROWS = "Claimwatch-Rows";

    private static final int AGAIN_AFTER_SECONDS = 30;

    private final CurrentVertxRequest request;
    private final CurrentViewer viewer;
    private final DownloadConfig config;
    private final Map<Long, Integer> running = new HashMap<>();

    public Downloads(CurrentVertxRequest request, CurrentViewer viewer, DownloadConfig config) {
        this.request = request;
        this.viewer = viewer;
        this.config = config;
    }

    /** What is in a file. */
    public interface Content {
        /** Writes it all. How many rows it will have is told before the first byte is written. */
        void write(OutputStream out, LongConsumer rows) throws IOException;
    }

    public Response file(String name, Content content) {
        HttpServerRequest asked = request.getCurrent().request();
        long account = viewer.get().accountId();
        StreamingOutput body = out -> write(content, out, asked, account);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    private void write(Content content, OutputStream out, HttpServerRequest asked, long account) throws IOException {
        HttpServerResponse answer = asked.response();
        begin(account);
        try {
            content.write(out, rows -> answer.putHeader(ROWS, Long.toString(rows)));
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (!answer.headWritten()) {
                answer.headers().remove(ROWS);
                throw e instanceof RuntimeException unforeseen ? unforeseen : new IllegalStateException(e);
            }
            // Without its end a client knows that there was to be more.
            Log.warnf(e, "A download was broken off");
            breakOff(asked);
            throw e;
        } finally {
            end(account);
        }
    }

    /**
     * At once, without what waits to be sent: in an orderly close the page that tells of the error is sent too, and ends
     * the file as if it were whole. The channel's own close is an orderly one of Vert.x's; its handler's context goes past it.
     */
    private static void breakOff(HttpServerRequest asked) {
        if (asked.version() != HttpVersion.HTTP_2 && asked.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
        } else {
            asked.response().reset();
        }
    }

    private synchronized void begin(long account) {
        int all = running.values().stream().mapToInt(Integer::intValue).sum();
        int own = running.getOrDefault(account, 0);
        if (all >= config.atOnce() || own >= config.perPerson()) {
            throw new WebApplicationException(
                    own >= config.perPerson() ? LayoutWords.SAY.yourDownloads(own) : LayoutWords.SAY.allDownloads(all),
                    Response.status(Response.Status.SERVICE_UNAVAILABLE)
                            .header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS)
                            .build());
        }
        running.put(account, own + 1);
    }

    private synchronized void end(long account) {
        running.computeIfPresent(account, (_, own) -> own == 1 ? null : own - 1);
    }
}
