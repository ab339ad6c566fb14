package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.article.ArchivedPage.Facts;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** Finds out which archived page is behind a version, and whether it can be shown. */
@ApplicationScoped
class PageOfVersion {
    private final Rows rows;
    private final Archive archive;

    PageOfVersion(Rows rows, Archive archive) {
        this.rows = rows;
        this.archive = archive;
    }

    private record Row(
            long id,
            String title,
            @Nullable String language,
            @Nullable String address,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String payloadSha256,
            @Nullable Long payloadLength,
            @Nullable Instant pageFetchedAt,
            @Nullable String waits) {}

    private Optional<Row> row(long articleId, int number) {
        return rows.first(Row.class, """
                        select v.id, v.title, v.language, p.address, p.status, p.content_type, p.payload_sha256,
                               p.payload_length, p.fetched_at as page_fetched_at, p.error as waits
                        from article_version v left join archived_page p on p.article_version_id = v.id
                        where v.article_id = :article and v.number = :number
                        """, Map.of("article", articleId, "number", number));
    }

    Optional<Long> versionId(long articleId, int number) {
        return row(articleId, number).map(Row::id);
    }

    Optional<ArchivedPage> of(long articleId, int number, Reader reader) {
        return row(articleId, number).map(row -> {
            Facts facts = facts(row, reader);
            return new ArchivedPage(
                    articleId,
                    number,
                    row.title(),
                    row.language() == null ? "" : row.language(),
                    facts == null ? Archive.State.NEVER_ARCHIVED : archive.state(row.id()),
                    facts);
        });
    }

    private static @Nullable Facts facts(Row row, Reader reader) {
        if (row.address() == null
                || row.status() == null
                || row.payloadSha256() == null
                || row.payloadLength() == null
                || row.pageFetchedAt() == null) {
            return null;
        }
        return new Facts(
                row.address(),
                row.address().startsWith("https://") || row.address().startsWith("http://"),
                reader.exactly(row.pageFetchedAt()),
                row.status(),
                row.contentType(),
                row.payloadSha256(),
                size(row.payloadLength()),
                row.waits());
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? "%,d bytes".formatted(bytes) : String.format(Locale.ENGLISH, "%,d KB", bytes / 1000);
    }
}
