package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.reading.Margin.NoteOn;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Margin.TagOn;
import org.claimwatch.web.security.CurrentViewer;

/** Reads the tags and notes of the reader's team; those of a claim that was merged stand beside the one that stays. */
@ApplicationScoped
public class Margins {
    private static final Map<On, String> SUBJECTS = Map.of(
            On.STATEMENT,
            """
            join (select s.id as of, s.article_version_id, min(p.span_start) as content_start, max(p.span_end) as content_end
                  from statement s join statement_content_span p on p.statement_id = s.id
                  where s.id in (:ids) group by s.id) w
              on w.article_version_id = x.article_version_id and w.content_start = x.content_start
                and w.content_end = x.content_end""",
            On.CLAIM,
            """
            join lateral (select e.claim as of from claim_end(x.claim_id) e) w
              on x.claim_id is not null and w.of in (:ids)""",
            On.ARTICLE,
            "join article w0 on w0.id = x.article_id and w0.id in (:ids) cross join lateral (select w0.id as of) w");

    private final Rows rows;
    private final CurrentViewer viewer;

    Margins(Rows rows, CurrentViewer viewer) {
        this.rows = rows;
        this.viewer = viewer;
    }

    private record TagRow(long of, long id, String name) {}

    private record NoteRow(long of, long id, String by, String body, Instant createdAt, long accountId) {}

    /** One for each id. */
    public Map<Long, Margin> of(On on, Collection<Long> ids, Reader reader) {
        var margins = new HashMap<Long, Margin>();
        ids.forEach(id -> margins.put(id, Margin.empty(on, id)));
        if (reader.team() == null || ids.isEmpty()) {
            return margins;
        }
        long account = viewer.get().accountId();
        Map<String, Object> parameters = Map.of("team", reader.team().teamId(), "ids", ids);
        List<TagRow> tags = rows.list(TagRow.class, """
                select distinct w.of, t.id, t.name from tagging x join tag t on t.id = x.tag_id %s
                where x.team_id = :team order by t.name
                """.formatted(SUBJECTS.get(on)), parameters);
        List<NoteRow> notes = rows.list(NoteRow.class, """
                select w.of, x.id, a.name as by, x.body, x.created_at, x.account_id
                from note x join account a on a.id = x.account_id %s
                where x.team_id = :team order by x.created_at, x.id
                """.formatted(SUBJECTS.get(on)), parameters);
        margins.replaceAll((id, none) -> new Margin(
                on,
                id,
                tags.stream()
                        .filter(row -> row.of() == id)
                        .map(row -> new TagOn(row.id(), row.name()))
                        .toList(),
                notes.stream()
                        .filter(row -> row.of() == id)
                        .map(row -> new NoteOn(
                                row.id(),
                                row.by(),
                                row.body(),
                                reader.when(row.createdAt()),
                                row.accountId() == account))
                        .toList()));
        return margins;
    }

    public Margin of(On on, long id, Reader reader) {
        return of(on, List.of(id), reader).getOrDefault(id, Margin.empty(on, id));
    }
}
