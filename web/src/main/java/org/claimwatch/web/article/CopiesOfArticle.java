package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.article.AlsoPublished.Copy;
import org.claimwatch.web.reading.Published;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** Which outlets published nearly the same text, and which of them was first? */
@ApplicationScoped
class CopiesOfArticle {
    private static final double WHOLE = 0.85;

    private static final String COPIES = """
            select a.id as article_id, o.id as outlet_id, o.name as outlet, v.title, v.language,
                   d.similarity, d.containment, v.told_at as at, v.published_day_only as day_only,
                   precedence(v.told_at, v.published_at, v.published_day_only) as precedence,
                   n.name as origin
            from (
              select later_article_id as article_id, later_version_id as version_id, similarity, containment
              from near_duplicate where earlier_article_id = :article
              union all
              select earlier_article_id, earlier_version_id, similarity, containment
              from near_duplicate where later_article_id = :article
              union all
              select :article, (select id from article_version where article_id = :article order by number desc limit 1),
                     cast(1 as real), cast(1 as real)
            ) d
            join article a on a.id = d.article_id
            join outlet o on o.id = a.outlet_id
            join article_version v on v.id = d.version_id
            left join named_origin n on n.article_version_id = v.id
            order by precedence, a.id
            """;

    private final Rows rows;

    CopiesOfArticle(Rows rows) {
        this.rows = rows;
    }

    private record CopyRow(
            long articleId,
            long outletId,
            String outlet,
            String title,
            @Nullable String language,
            float similarity,
            float containment,
            Instant at,
            boolean dayOnly,
            Instant precedence,
            @Nullable String origin) {}

    Optional<AlsoPublished> of(long articleId, Reader reader) {
        List<CopyRow> all = rows.list(CopyRow.class, COPIES, Map.of("article", articleId));
        if (all.size() < 2) {
            return Optional.empty();
        }
        CopyRow first =
                all.stream().min(Comparator.comparing(CopyRow::precedence)).orElseThrow();
        return Optional.of(new AlsoPublished(
                all.stream()
                        .filter(row -> row.articleId() != articleId)
                        .map(row -> copy(row, reader))
                        .toList(),
                copy(first, reader),
                first.articleId() == articleId,
                all.stream()
                        .filter(row -> row.dayOnly() && !row.equals(first) && mayBeEarlier(row, first))
                        .map(CopyRow::outlet)
                        .toList()));
    }

    /** A day alone is held as its start, in UTC; somewhere on earth it begins and ends half a day off. */
    private static boolean mayBeEarlier(CopyRow day, CopyRow first) {
        return day.at().minus(Duration.ofHours(14)).isBefore(first.precedence());
    }

    private static Copy copy(CopyRow row, Reader reader) {
        double shared = 2 * row.similarity() / (1 + row.similarity());
        return new Copy(
                row.articleId(),
                row.outletId(),
                row.outlet(),
                row.title(),
                row.language() == null ? "" : row.language(),
                (int) Math.round(100 * shared),
                row.containment() >= WHOLE,
                reader.published(row.at(), row.dayOnly()),
                new Published(row.at(), row.dayOnly()),
                row.origin());
    }
}
