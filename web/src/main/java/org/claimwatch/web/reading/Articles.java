package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.CountWords;
import org.jspecify.annotations.Nullable;

/** Articles on one line each, by their newest analysed version. */
@ApplicationScoped
public class Articles {
    /** The articles, each by its newest analysed version; vw is what that is found by. */
    static final String ALONE = """
            from told_version told
            left join article_version v on v.id = told.article_version_id
            left join article a on a.id = told.article_id
            left join outlet o on o.id = told.outlet_id
            left join article_version_words vw on vw.article_version_id = told.article_version_id
            """;

    /** An article with each of its statements, or with none. */
    static final String FROM = ALONE + """
            left join statement s on s.article_version_id = told.article_version_id
            left join claim_statement cs on cs.statement_id = s.id
            left join claim c on c.id = cs.claim_id
            """;

    private final Rows rows;

    public Articles(Rows rows) {
        this.rows = rows;
    }

    private record Facts(
            long versionId,
            long id,
            String title,
            @Nullable String language,
            String outlet,
            long outletId,
            Instant at,
            boolean dayOnly,
            long statements) {}

    /**
     * One article.
     *
     * @param version the id of its newest analysed version
     */
    public record ArticleLine(
            long version,
            long id,
            String title,
            String lang,
            String outlet,
            long outletId,
            When at,
            String statements) {}

    /** In the order of the ids of their versions. */
    public List<ArticleLine> lines(Collection<Long> versions, Reader reader) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<Long, Facts> facts = rows.list(Facts.class, """
                        select v.id as version_id, a.id, v.title, v.language, o.name as outlet, o.id as outlet_id, v.told_at as at,
                               v.published_day_only as day_only,
                               (select count(*) from statement s where s.article_version_id = v.id) as statements
                        from article_version v join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
                        where v.id in (:versions)
                        """, Map.of("versions", versions)).stream()
                .collect(Collectors.toMap(Facts::versionId, Function.identity()));
        return versions.stream()
                .filter(facts::containsKey)
                .map(facts::get)
                .map(f -> new ArticleLine(
                        f.versionId(),
                        f.id(),
                        f.title(),
                        f.language() == null ? "" : f.language(),
                        f.outlet(),
                        f.outletId(),
                        reader.published(f.at(), f.dayOnly()),
                        CountWords.SAY.statements(f.statements())))
                .toList();
    }
}
