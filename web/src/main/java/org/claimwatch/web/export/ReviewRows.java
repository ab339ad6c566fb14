package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** One line for each article version that a team reviewed, with the readings that it judged. */
@ApplicationScoped
class ReviewRows {
    /**
     * A person's newest word on a stretch counts, if there still is a reading of that stretch and speaker: only it has the
     * cue, the form and the chain.
     */
    private static final String JUDGED = """
            select distinct on (r.content_start, r.content_end, r.speaker_name) r.verdict, r.comment, r.created_at,
                   r.corrected_start, r.corrected_end, r.corrected_speaker, r.corrected_target, r.corrected_polarity,
                   r.corrected_claim_id, r.corrected_no_stance, r.corrected_no_claim, r.corrected_claim_polarity,
                   case when r.corrected_start is not null
                     then corrected_content(r.corrected_spans, r.corrected_start, r.corrected_end, s.id) end as said,
                   r.corrected_no_claim or num_nonnulls(r.corrected_start, r.corrected_speaker, r.corrected_target,
                     r.corrected_no_stance, r.corrected_claim_id, r.corrected_claim_polarity) > 0 as says_how,
                   s.*
            from review r join statement s on s.article_version_id = r.article_version_id
              and r.speaker_name in (s.speaker_name, s.read_speaker_name)
              and r.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
              and r.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id)
            where r.team_id = :team and r.article_version_id = v.id and r.undone_at is null
            order by r.content_start, r.content_end, r.speaker_name, r.created_at desc, r.id desc
            """;

    private static final String READING = """
            json_build_object(
              'id', 's' || j.id,
              'speaker', %s,
              'cue', case when j.cue_start is not null then json_build_array(j.cue_start, j.cue_end) end,
              'content', %s,
              'form', j.form,
              'chain', (select coalesce(json_agg(json_build_object('kind', h.kind, 'name', %s, 'span',
                          case when h.span_start is not null then json_build_array(h.span_start, h.span_end) end)
                          order by h.position), '[]') from attribution_hop h where h.statement_id = j.id),
              'stances', (select coalesce(json_agg(json_build_object('target', t.target, 'polarity', t.polarity)
                            order by t.id), '[]') from %s t),
              'claim', 'c' || %s,
              'polarity', %s,
              'verdict', j.verdict,
              'comment', j.comment)
            """;

    private static final String SPEAKER = """
            json_build_object('name', j.speaker_name, 'affiliation', j.speaker_affiliation, 'kind', j.speaker_kind,
              'mention', case when j.mention_start is not null then json_build_array(j.mention_start, j.mention_end) end)
            """;
    private static final String CONTENT = """
            (select json_agg(json_build_array(p.span_start, p.span_end) order by p.ordinal)
             from statement_content_span p where p.statement_id = j.id)
            """;

    private static final String AS_READ = READING.formatted(
            SPEAKER, CONTENT, "h.name", "(select * from stance where statement_id = j.id)", "c.claim_id", "c.polarity");

    /**
     * What nobody corrected stays as it was read; where another speaks, the words that named the first name nobody. On which
     * side of its own claim a statement was read to stand says nothing of another claim.
     */
    private static final String AS_CORRECTED = READING.formatted(
            """
            case when j.corrected_speaker is null then %s else json_build_object('name', j.corrected_speaker, 'affiliation', null,
              'kind', coalesce((select min(a.kind) from actor a where a.name = j.corrected_speaker),
                               nullif(j.speaker_kind, 'UNNAMED'), 'PERSON'), 'mention', null) end
            """.formatted(SPEAKER),
            """
            case when j.said is null then %s
              else (select json_agg(json_build_array(j.said[n], j.said[n + 1]) order by n)
                    from generate_series(1, cardinality(j.said), 2) n) end
            """.formatted(CONTENT),
            "case when h.position = 0 and h.kind = 'ACTOR' then coalesce(j.corrected_speaker, h.name) else h.name end",
            """
            (select id, target, polarity from stance
             where statement_id = j.id and target is distinct from j.corrected_target
               and target is distinct from j.corrected_no_stance
             union all select 9223372036854775807, j.corrected_target, j.corrected_polarity where j.corrected_target is not null)
            """,
            "case when not j.corrected_no_claim then coalesce(j.corrected_claim_id, c.claim_id) end",
            """
            case when j.corrected_no_claim then null
              when j.corrected_claim_polarity is not null then j.corrected_claim_polarity
              when j.corrected_claim_id is null or j.corrected_claim_id = c.claim_id then c.polarity else 'ASSERTS' end
            """);

    private static final String LINES = """
            select json_build_object(
              'id', 'article-' || a.id || '-' || v.number,
              'outlet', json_build_object('name', o.name,
                'domain', split_part(split_part(o.home_url, '://', 2), '/', 1),
                'country', o.country, 'language', coalesce(v.language, o.language), 'ownership', o.ownership),
              'url', a.url,
              'published', to_char(coalesce(v.published_at, v.fetched_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'section', v.section,
              'author', nullif(array_to_string(v.authors, ', '), ''),
              'title', v.title,
              'text', v.text,
              'statements', judged.gold,
              'corrected', judged.corrected,
              'rejected', judged.rejected,
              'outletStances', json_build_array(),
              'story', (select 'story-' || st.story_id from story_article st where st.article_id = a.id)) as line
            from (select distinct r.article_version_id as id from review r where r.team_id = :team) reviewed
            join article_version v on v.id = reviewed.id
            join article a on a.id = v.article_id
            join outlet o on o.id = a.outlet_id
            join lateral (
              select coalesce(json_agg(case j.verdict when 'ACCEPTED' then %1$s else %2$s end order by j.ordinal)
                       filter (where j.verdict = 'ACCEPTED' or (j.verdict = 'CORRECTED' and j.says_how)), '[]') as gold,
                     coalesce(json_agg(%1$s order by j.ordinal) filter (where j.verdict = 'CORRECTED'), '[]') as corrected,
                     coalesce(json_agg(%1$s order by j.ordinal) filter (where j.verdict = 'REJECTED'), '[]') as rejected,
                     count(*) as readings
              from (%3$s) j left join claim_statement c on c.statement_id = j.id
            ) judged on judged.readings > 0
            order by a.id, v.number
            """.formatted(AS_READ, AS_CORRECTED, JUDGED);

    private final Cursor cursor;

    ReviewRows(Cursor cursor) {
        this.cursor = cursor;
    }

    void jsonLines(long team, OutputStream out, LongConsumer rows) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        cursor.each(Table.of(List.of("line"), LINES, Map.of("team", team)), rows::accept, row -> {
            writer.write(row.getString("line"));
            writer.write('\n');
        });
        writer.flush();
    }
}
