package org.claimwatch.web.export;

import java.util.List;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;

/** One row for each article that meets a condition, by its newest analysed version. */
final class ArticleRows {
    private static final List<String> COLUMNS = List.of(
            "article",
            "version",
            "outlet",
            "title",
            "authors",
            "section",
            "published",
            "language",
            "url",
            "statements",
            "story_id",
            "story");

    private static final String ROWS = """
            select told.article_id as article, v.number as version, o.name as outlet, v.title,
                   array_to_string(v.authors, '; ') as authors, v.section, told.told_at as published, v.language, a.url,
                   (select count(*) from statement s where s.article_version_id = v.id) as statements,
                   told.story_id, t.title as story
            from told_version told
            join article_version v on v.id = told.article_version_id
            join article a on a.id = told.article_id
            join outlet o on o.id = told.outlet_id
            left join story t on t.id = told.story_id
            where told.article_version_id in (%s)
            order by told.precedence desc, told.article_version_id desc
            """;

    private ArticleRows() {}

    static Table of(Condition condition) {
        String found = Results.units(ResultKind.ARTICLES, condition);
        return new Table(
                COLUMNS,
                ROWS.formatted(found),
                "select count(*) from (%s) found".formatted(found),
                condition.parameters());
    }
}
