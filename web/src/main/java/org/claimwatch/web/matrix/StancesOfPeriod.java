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
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
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

    /** Where an outlet's own voice takes a side, in a text that is there as a whole. */
    record OwnStance(
            Polarity polarity,
            String target,
            float confidence,
            int evidenceStart,
            int evidenceEnd,
            long outletId,
            String outlet,
            long articleId,
            String url,
            int number,
            String title,
            String text,
            @Nullable String language,
            Instant at,
            boolean publishedDayOnly) {
        StanceSign sign() {
            return StanceSign.of(polarity, target, confidence);
        }

        TextSpan evidence() {
            return new TextSpan(evidenceStart, evidenceEnd);
        }

        /** The sentences that it is in, and those beside them. */
        TextSpan context() {
            return MarkedText.around(text, evidence(), language);
        }
    }

    /** The newest first; those of a moment as they were read. */
    static final Falling NEWEST = Falling.by(Falling.moment("at"), Falling.number("last"));

    /** Those that the tallies of outlets count: of one outlet or of all, toward one target or any. */
    Slice<OwnStance> own(
            @Nullable Long outlet, @Nullable String target, Period period, Condition matching, Slice.Asked asked) {
        var parameters = of(period, matching);
        var narrowed = new StringBuilder();
        if (outlet != null) {
            narrowed.append(" and st.outlet_id = :outlet");
            parameters.put("outlet", outlet);
        }
        if (target != null) {
            narrowed.append(" and st.target = :target");
            parameters.put("target", target);
        }
        return rows.slice(OwnStance.class, """
                        select own.polarity, st.target, own.confidence, own.evidence_start, own.evidence_end, st.outlet_id,
                               o.name as outlet, st.article_id, a.url, v.number, v.title, v.text, v.language,
                               st.told_at as at, v.published_day_only, -own.id as last
                        from told_stance st join stance own on own.id = st.stance_id
                        join article_version v on v.id = st.article_version_id
                        join article a on a.id = st.article_id join outlet o on o.id = st.outlet_id
                        where st.statement_id is null and st.told_at >= :from and st.told_at < :to and %s%s
                        """.formatted(articles(matching), narrowed), parameters, asked);
    }

    static OwnWords words(OwnStance row, Reader reader) {
        return new OwnWords(
                row.sign(),
                new MarkedText(row.text())
                        .runs(row.context(), List.of(new MarkedText.Mark(row.evidence(), "content", 0))),
                row.articleId(),
                row.number(),
                row.title(),
                row.language() == null ? "" : row.language(),
                reader.published(row.at(), row.publishedDayOnly()));
    }
}
