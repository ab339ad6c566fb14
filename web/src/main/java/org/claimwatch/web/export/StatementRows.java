package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** One row for each statement that meets a condition, with its evidence. */
@ApplicationScoped
class StatementRows {
    private final Rows rows;

    StatementRows(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            String speaker,
            @Nullable String affiliation,
            String kind,
            String form,
            String content,
            @Nullable String chain,
            String outlet,
            @Nullable String stances,
            float confidence,
            @Nullable String polarity,
            @Nullable Long claimId,
            @Nullable String claim,
            Instant published,
            @Nullable String language,
            String title,
            String url,
            int version,
            @Nullable String spans) {}

    String csv(Condition condition) {
        var csv = new StringBuilder(Csv.line(
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
                "spans"));
        rows.list(
                        Row.class,
                        """
                        select s.id, s.speaker_name as speaker, s.speaker_affiliation as affiliation,
                               s.speaker_kind as kind, s.form, s.content,
                               (select string_agg(h.name, ' > ' order by h.position) from attribution_hop h
                                where h.statement_id = s.id) as chain,
                               o.name as outlet,
                               (select string_agg(st.polarity || ' ' || st.target, '; ' order by st.id) from stance st
                                where st.statement_id = s.id) as stances,
                               s.confidence, cs.polarity, c.id as claim_id, c.text as claim, %s as published, v.language,
                               v.title, a.url, v.number as version,
                               (select string_agg(sp.span_start || '-' || sp.span_end, '; ' order by sp.ordinal)
                                from statement_content_span sp where sp.statement_id = s.id) as spans
                        %s where %s and (%s) order by published desc, v.id desc, s.ordinal
                        """.formatted(Statements.AT, Statements.FROM, Statements.CURRENT, condition.sql()),
                        condition.parameters())
                .forEach(row -> csv.append(Csv.line(
                        row.id,
                        row.speaker,
                        row.affiliation,
                        row.kind,
                        row.form,
                        row.content,
                        row.chain,
                        row.outlet,
                        row.stances,
                        row.confidence,
                        row.polarity,
                        row.claimId,
                        row.claim,
                        row.published,
                        row.language,
                        row.title,
                        row.url,
                        row.version,
                        row.spans)));
        return csv.toString();
    }
}
