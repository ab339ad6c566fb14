package org.claimwatch.web.article;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks ingest for archived pages. */
@ApplicationScoped
class Archive {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final ArchiveConfig config;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Archive(ArchiveConfig config) {
        this.config = config;
    }

    /** What became of a page in the archive. */
    enum State {
        HELD,
        NEVER_ARCHIVED,
        /** Archived, but no longer where it was put. */
        LOST,
        /** Not what was archived: its digest differs. */
        CHANGED,
        /** Nobody can tell now. */
        AWAY
    }

    /**
     * An answer of the archive.
     *
     * @param bytes empty unless the page is held
     * @param type of the bytes, as the outlet named it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    record Answer(State state, byte[] bytes, String type) {}

    /** Whether one of a version's pages can be shown, without fetching it. */
    State state(long versionId, int number) {
        return ask(versionId, number == 1 ? "" : "/pages/" + number, "HEAD").state();
    }

    /**
     * The body of one of an article's pages, text in UTF-8.
     *
     * @param number which of them, from 1
     */
    Answer page(long versionId, int number) {
        return ask(versionId, number == 1 ? "" : "/pages/" + number, "GET");
    }

    /** The file as it lies in the archive. */
    Answer warc(long versionId) {
        return ask(versionId, "/warc", "GET");
    }

    private Answer ask(long versionId, String below, String method) {
        URI address = config.address().resolve("/archive/" + versionId + below);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            State state = switch (response.statusCode()) {
                case 200 -> State.HELD;
                case 404 -> State.NEVER_ARCHIVED;
                case 410 -> State.LOST;
                case 409 -> State.CHANGED;
                default -> State.AWAY;
            };
            String type =
                    response.headers().firstValue("X-Archived-Content-Type").orElse("");
            return new Answer(state, state == State.HELD ? response.body() : new byte[0], type);
        } catch (IOException e) {
            return new Answer(State.AWAY, new byte[0], "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(State.AWAY, new byte[0], "");
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
