package org.claimwatch.web.export;

import java.util.List;
import java.util.Map;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Statements;

/** One row for each statement that meets a condition, with its evidence. */
final class StatementRows {
    private static final List<String> COLUMNS = List.of(
            "statement",
            "speaker",
            "affiliation",
            "kind",
            "form",
            "content",
            "chain",
            "outlet",
            "stances",
            "confidence",
            "polarity",
            "claim_id",
            "claim",
            "published",
            "language",
            "title",
            "url",
            "version",
            "spans",
            "verdict",
            "corrected_speaker",
            "corrected_content",
            "corrected_stance",
            "corrected_claim_id",
            "corrected_claim_polarity");

    private static final String ROWS = """
            select s.id as statement, s.speaker_name as speaker, s.speaker_affiliation as affiliation,
                   s.speaker_kind as kind, s.form, s.content,
                   (select string_agg(h.name, ' > ' order by h.position) from attribution_hop h
                    where h.statement_id = s.id) as chain,
                   o.name as outlet,
                   (select string_agg(st.polarity || ' ' || st.target, '; ' order by st.id) from stance st
                    where st.statement_id = s.id) as stances,
                   s.confidence, cs.polarity, c.id as claim_id, c.text as claim, %s as published, v.language,
                   v.title, a.url, v.number as version,
                   (select string_agg(sp.span_start || '-' || sp.span_end, '; ' order by sp.ordinal)
                    from statement_content_span sp where sp.statement_id = s.id) as spans,
                   j.verdict, j.corrected_speaker, j.corrected_content,
                   nullif(concat_ws('; ', 'NONE ' || j.corrected_no_stance, j.corrected_polarity || ' ' || j.corrected_target), '')
                     as corrected_stance, j.corrected_claim_id,
                   case when j.corrected_no_claim then 'NONE' else j.corrected_claim_polarity end as corrected_claim_polarity
            """.formatted(Statements.AT);

    /** What the team of whoever asks said of each. */
    private static final String JUDGED = "left join judged_statement j on j.statement_id = told.statement_id";

    /**
     * After Discourse Network Analyzer's statement export (Leifeld, dna 2.0): who, of what organisation, agrees or not
     * with which concept. A concept is a claim, so a statement that makes none has no row.
     */
    private static final List<String> NETWORK = List.of(
            "ID",
            "time",
            "docId",
            "docTitle",
            "docSource",
            "start",
            "end",
            "text",
            "person",
            "organization",
            "concept",
            "agreement");

    private static final String NETWORK_ROWS = """
            select s.id as "ID", %s as "time", a.id as "docId", v.title as "docTitle", o.name as "docSource",
                   (select min(sp.span_start) from statement_content_span sp where sp.statement_id = s.id) as "start",
                   (select max(sp.span_end) from statement_content_span sp where sp.statement_id = s.id) as "end",
                   s.content as "text",
                   case when s.speaker_kind in ('PERSON', 'UNNAMED') then s.speaker_name end as "person",
                   case when s.speaker_kind in ('PERSON', 'UNNAMED') then s.speaker_affiliation else s.speaker_name
                   end as "organization",
                   c.text as "concept", case cs.polarity when 'ASSERTS' then 1 else 0 end as "agreement"
            """.formatted(Statements.AT);

    private static final String COUNTED = "select count(*) " + Statements.FROM + " where %s";

    private StatementRows() {}

    static Table of(Condition condition) {
        return table(COLUMNS, ROWS, condition);
    }

    /** What the machine doubts stays out, as it does on the page of the network. */
    static Table network(Condition condition) {
        return table(
                NETWORK,
                NETWORK_ROWS,
                condition.and(new Condition("c.id is not null", Map.of())).and(Condition.CONFIDENT));
    }

    private static Table table(List<String> columns, String rows, Condition condition) {
        return new Table(columns, select(rows, condition), COUNTED.formatted(condition.sql()), condition.parameters());
    }

    private static String select(String rows, Condition condition) {
        return "%s %s %s where %s order by %s desc, told.article_version_id desc, told.ordinal"
                .formatted(rows, Statements.FROM, rows.equals(ROWS) ? JUDGED : "", condition.sql(), Statements.AT);
    }
}
