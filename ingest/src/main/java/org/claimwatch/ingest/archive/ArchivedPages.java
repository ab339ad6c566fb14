package org.claimwatch.ingest.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.claimwatch.ingest.fetch.Body;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.fetch.PageText;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Hands archived pages to the services of this installation; nobody else reaches ingest's port.
 *
 * <p>200 with the bytes; 404 where the version has no archived page; 410 where the archive has lost it; 409 where it
 * is not what was archived; 503 where the archive is away.
 */
@Path("/archive/{versionId:\\d+}")
@RunOnVirtualThread
public class ArchivedPages {
    private final PageArchive archive;
    private final Session session;
    private final FetchConfig config;

    public ArchivedPages(PageArchive archive, Session session, FetchConfig config) {
        this.archive = archive;
        this.session = session;
        this.config = config;
    }

    /** What the database knows of an archived page. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Row(
            String key,
            @Nullable String type,
            @Nullable String encoding,
            String sha256,
            byte @Nullable [] waiting,
            boolean archived,
            int number) {}

    /**
     * The page's body, unpacked, and text in UTF-8. Its type is named in a header of our own, so that nobody renders it
     * by accident.
     */
    @GET
    public Response page(@RestPath long versionId) {
        return answer(versionId, 1, false);
    }

    /** One of the pages that an article is spread over, from 1. */
    @GET
    @Path("pages/{number:[1-9]\\d?}")
    public Response page(@RestPath long versionId, @RestPath int number) {
        return answer(versionId, number, false);
    }

    /** The file with all pages. */
    @GET
    @Path("warc")
    public Response warc(@RestPath long versionId) {
        return answer(versionId, 1, true);
    }

    private Response answer(long versionId, int number, boolean whole) {
        Row row = find(versionId, number);
        if (row == null || (!row.archived() && row.waiting() == null)) {
            return said(404, "this version's page is not in the archive");
        }
        byte[] warc;
        try {
            warc = row.waiting() != null
                    ? row.waiting()
                    : archive.get(row.key()).orElse(null);
        } catch (IOException e) {
            return said(503, "the archive cannot be read now: " + e.getMessage());
        }
        if (warc == null) {
            return said(410, "the archive no longer holds " + row.key());
        }
        try {
            return opened(row, warc, whole);
        } catch (IOException e) {
            return said(409, "the archived page is damaged: " + e.getMessage());
        }
    }

    private Response opened(Row row, byte[] warc, boolean whole) throws IOException {
        byte[] payload = Warc.payload(warc, row.number());
        if (!HexFormat.of().formatHex(Warc.sha256(payload)).equals(row.sha256())) {
            return said(409, "the archived page is not the one that was archived: its digest differs");
        }
        if (whole) {
            return Response.ok(warc, "application/warc").build();
        }
        String type = row.type() == null ? "" : row.type();
        byte[] body = Body.unpack(payload, row.encoding(), config.maxBytes()).unpacked();
        boolean isText = type.isEmpty() || type.startsWith("text/") || type.contains("xml");
        // As the extraction read it: what its header and meta element say may be wrong.
        byte[] shown = isText ? PageText.decode(body, row.type()).getBytes(StandardCharsets.UTF_8) : body;
        return Response.ok(shown, MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Archived-Content-Type", type)
                .build();
    }

    private @Nullable Row find(long versionId, int number) {
        return session.createNativeQuery("""
                        select p.key, n.content_type, n.content_encoding, n.payload_sha256, p.waiting,
                               p.archived_at is not null
                        from archived_page p join (
                          select article_version_id, 1 as number, content_type, content_encoding, payload_sha256
                          from archived_page
                          union all
                          select article_version_id, number, content_type, content_encoding, payload_sha256
                          from archived_following_page) n using (article_version_id)
                        where article_version_id = :id and n.number = :number""", Object[].class)
                .setParameter("id", versionId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (byte[]) row[4],
                        (Boolean) row[5],
                        number))
                .orElse(null);
    }

    private static Response said(int status, String reason) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(reason)
                .build();
    }
}
