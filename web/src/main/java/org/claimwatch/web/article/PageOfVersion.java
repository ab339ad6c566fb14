package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
            @Nullable String waits,
            @Nullable String endsEarly,
            long pages) {}

    private Optional<Row> row(long articleId, int number, int page) {
        return rows.first(Row.class, """
                        select v.id, v.title, v.language, n.address, n.status, n.content_type, n.payload_sha256,
                               n.payload_length, n.fetched_at as page_fetched_at, p.error as waits, p.ends_early,
                               1 + (select count(*) from archived_following_page f where f.article_version_id = v.id) as pages
                        from article_version v left join archived_page p on p.article_version_id = v.id
                        left join (
                          select article_version_id, 1 as number, address, status, content_type, payload_sha256,
                                 payload_length, fetched_at from archived_page
                          union all
                          select article_version_id, number, address, status, content_type, payload_sha256,
                                 payload_length, fetched_at from archived_following_page
                        ) n on n.article_version_id = v.id and n.number = :page
                        where v.article_id = :article and v.number = :number and (:page = 1 or n.number is not null)
                        """, Map.of("article", articleId, "number", number, "page", page));
    }

    Optional<Long> versionId(long articleId, int number) {
        return versionId(articleId, number, 1);
    }

    Optional<Long> versionId(long articleId, int number, int page) {
        return row(articleId, number, page).map(Row::id);
    }

    Optional<ArchivedPage> of(long articleId, int number, int page, Reader reader) {
        return row(articleId, number, page).map(row -> {
            Facts facts = facts(row, reader);
            return new ArchivedPage(
                    articleId,
                    number,
                    row.title(),
                    row.language() == null ? "" : row.language(),
                    page,
                    (int) row.pages(),
                    row.endsEarly(),
                    facts == null ? Archive.State.NEVER_ARCHIVED : archive.state(row.id(), page),
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
                row.payloadLength(),
                row.waits());
    }
}
