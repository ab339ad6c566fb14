package org.claimwatch.web.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.matrix.MatrixPage.OwnWords;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** Which stances speakers, or outlets in their own voice, took within a period; the two are never added up. */
@ApplicationScoped
class StancesOfPeriod {
    private static final String COUNTS = """
            count(*) filter (where st.sure and st.polarity = 'FAVOR') as favour,
            count(*) filter (where st.sure and st.polarity = 'AGAINST') as against,
            count(*) filter (where st.sure and st.polarity = 'NEUTRAL') as neutral,
            count(*) filter (where not st.sure) as doubtful
            """;
    private static final String TAKEN = """
            select found.*, holder.name as holder
            from (select st.%1$s as holder_id, st.target, %2$s
                  from told_stance st
                  where st.%3$s and st.told_at >= :from and st.told_at < :to group by 1, 2) found
            join %4$s holder on holder.id = found.holder_id
            """;

    private final Rows rows;

    StancesOfPeriod(Rows rows) {
        this.rows = rows;
    }

    /** One holder toward one target. */
    record Tally(long holderId, String holder, String target, long favour, long against, long neutral, long doubtful) {
        long sure() {
            return favour + against + neutral;
        }
    }

    /** In statements that meet the condition. */
    List<Tally> ofSpeakers(Period period, Condition matching) {
        return rows.keptList(
                Tally.class,
                TAKEN.formatted("speaker_id", COUNTS, "speaker_id is not null and " + statements(matching), "actor"),
                of(period, matching));
    }

    /** In articles in which a statement meets the condition. */
    List<Tally> ofOutlets(Period period, Condition matching) {
        return rows.keptList(
                Tally.class,
                TAKEN.formatted("outlet_id", COUNTS, "statement_id is null and " + articles(matching), "outlet"),
                of(period, matching));
    }

    /** Without a condition every article counts, those without statements too. */
    private static String articles(Condition matching) {
        return matching.equals(Condition.ALL)
                ? "true"
                : "st.article_version_id in (select told.article_version_id %s where (%s))"
                        .formatted(Statements.FROM, matching.sql());
    }

    private static String statements(Condition matching) {
        return matching.equals(Condition.ALL)
                ? "true"
                : "st.statement_id in (select told.statement_id %s where (%s))"
                        .formatted(Statements.FROM, matching.sql());
    }

    private static Map<String, Object> of(Period period, Condition matching) {
        var parameters = new HashMap<>(matching.parameters());
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        return parameters;
    }

    /** The statements in which a speaker takes a stance toward a target. */
    static Condition statements(long speaker, String target, Period period, Condition matching) {
        return matching.and(Condition.ofSpeaker(speaker))
                .and(Condition.between(period.from(), period.to()))
                .and(Condition.of(
                        "exists (select from told_stance st where st.statement_id = told.statement_id and st.target = :target)",
                        "target",
                        target));
    }

    private record OwnRow(
            Polarity polarity,
            float confidence,
            int evidenceStart,
            int evidenceEnd,
            long articleId,
            int number,
            String title,
            String text,
            @Nullable String language,
            Instant at,
            boolean publishedDayOnly) {}

    List<OwnWords> own(long outlet, String target, Period period, Condition matching, int limit, Reader reader) {
        var parameters = of(period, matching);
        parameters.put("outlet", outlet);
        parameters.put("target", target);
        parameters.put("limit", limit);
        return rows.list(OwnRow.class, """
                        select own.polarity, own.confidence, own.evidence_start, own.evidence_end, st.article_id,
                               v.number, v.title, v.text, v.language, st.told_at as at, v.published_day_only
                        from told_stance st join stance own on own.id = st.stance_id
                        join article_version v on v.id = st.article_version_id
                        where st.statement_id is null and st.told_at >= :from and st.told_at < :to and %s
                          and st.outlet_id = :outlet and st.target = :target order by at desc, own.id limit :limit
                        """.formatted(articles(matching)), parameters).stream()
                .map(row -> words(row, target, reader))
                .toList();
    }

    private static OwnWords words(OwnRow row, String target, Reader reader) {
        var span = new TextSpan(row.evidenceStart(), row.evidenceEnd());
        return new OwnWords(
                StanceSign.of(row.polarity(), target, row.confidence()),
                new MarkedText(row.text())
                        .runs(
                                MarkedText.around(row.text(), span, row.language()),
                                List.of(new MarkedText.Mark(span, "content", 0))),
                row.articleId(),
                row.number(),
                row.title(),
                row.language() == null ? "" : row.language(),
                reader.published(row.at(), row.publishedDayOnly()));
    }
}
