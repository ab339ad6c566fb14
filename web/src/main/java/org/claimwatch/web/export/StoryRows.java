package org.claimwatch.web.export;

import java.util.List;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;

/** One row for each story of which an article meets a condition, counted over all time as on pages. */
final class StoryRows {
    private static final List<String> COLUMNS =
            List.of("story", "title", "articles", "outlets", "first_told", "last_told");

    private static final String ROWS = """
            select t.id as story, t.title, f.articles, f.outlets, f.first_told, f.last_told
            from (select told.story_id, count(*) as articles, count(distinct told.outlet_id) as outlets,
                         min(told.told_at) as first_told, max(told.told_at) as last_told
                  from told_version told where told.story_id in (%s) group by told.story_id) f
            join story t on t.id = f.story_id
            order by f.last_told desc, t.id desc
            """;

    private StoryRows() {}

    static Table of(Condition condition) {
        String found = Results.units(ResultKind.STORIES, condition);
        return new Table(
                COLUMNS,
                ROWS.formatted(found),
                "select count(*) from (%s) found".formatted(found),
                condition.parameters());
    }
}
