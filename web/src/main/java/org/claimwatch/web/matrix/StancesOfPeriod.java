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
import org.claimwatch.web.reading.Confidence;
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
            count(*) filter (where %1$s and st.polarity = 'FAVOR') as favour,
            count(*) filter (where %1$s and st.polarity = 'AGAINST') as against,
            count(*) filter (where %1$s and st.polarity = 'NEUTRAL') as neutral,
            count(*) filter (where not (%1$s)) as doubtful
            """;
    private static final String OWN = """
            from stance st join article_version v on v.id = st.article_version_id
            join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
            where st.holder = 'OUTLET' and %s and %s >= :from and %s < :to
            """.formatted(Statements.CURRENT, Statements.AT, Statements.AT);

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
        Condition within = matching.and(Condition.between(period.from(), period.to()));
        return rows.keptList(
                Tally.class,
                """
                select s.speaker_id as holder_id, p.name as holder, st.target, %s
                %s join stance st on st.statement_id = s.id join actor p on p.id = s.speaker_id
                where %s and (%s) group by s.speaker_id, p.name, st.target
                """.formatted(
                                COUNTS.formatted("least(s.confidence, st.confidence) >= :likely"),
                                Statements.FROM,
                                Statements.CURRENT,
                                within.sql()),
                with(within.parameters()));
    }

    /** In articles in which a statement meets the condition. */
    List<Tally> ofOutlets(Period period, Condition matching) {
        return rows.keptList(
                Tally.class,
                "select o.id as holder_id, o.name as holder, st.target, %s %s and (%s) group by o.id, st.target"
                        .formatted(COUNTS.formatted("st.confidence >= :likely"), OWN, articles(matching)),
                with(of(period, matching)));
    }

    /** Without a condition every article counts, those without statements too. */
    private static String articles(Condition matching) {
        return matching.equals(Condition.ALL)
                ? "true"
                : "st.article_version_id in (select s.article_version_id %s where %s and (%s))"
                        .formatted(Statements.FROM, Statements.CURRENT, matching.sql());
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
                        "exists (select from stance st where st.statement_id = s.id and st.target = :target)",
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
                        select st.polarity, st.confidence, st.evidence_start, st.evidence_end, a.id as article_id,
                               v.number, v.title, v.text, v.language, %s as at, v.published_day_only
                        %s and (%s) and o.id = :outlet and st.target = :target order by at desc, st.id limit :limit
                        """.formatted(Statements.AT, OWN, articles(matching)), parameters).stream()
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

    private static Map<String, Object> with(Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("likely", Confidence.LIKELY);
        return all;
    }
}
