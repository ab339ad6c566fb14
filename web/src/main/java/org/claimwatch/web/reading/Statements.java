package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;

/** Which statements meet a condition, newest first; only those of each article's newest analysed version count. */
@ApplicationScoped
public class Statements {
    /** When a statement was published, as well as one can tell. */
    public static final String AT = "v.told_at";

    /** Which came first: an outlet that gave a day and no time claims no precedence within that day. */
    public static final String PRECEDENCE = """
            case when v.published_day_only then v.published_at + interval '1 day'
                 else %s end""".formatted(AT);

    /** Holds for the newest analysed version of its article: a correction replaces what it corrects. */
    public static final String CURRENT = "v.is_current";

    /** s statement, v its version, a article, o outlet, cs and c its claim if it has one, w what it is found by. */
    public static final String FROM = """
            from statement s
            join article_version v on v.id = s.article_version_id
            join article a on a.id = v.article_id
            join outlet o on o.id = a.outlet_id
            left join claim_statement cs on cs.statement_id = s.id
            left join claim c on c.id = cs.claim_id
            left join statement_words w on w.statement_id = s.id
            """;

    private final Rows rows;

    public Statements(Rows rows) {
        this.rows = rows;
    }

    public long count(Condition condition) {
        return rows.number(
                "select count(*) %s where %s and (%s)".formatted(FROM, CURRENT, condition.sql()),
                condition.parameters());
    }

    public List<Long> ids(Condition condition, int offset, int limit) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return rows.longs(
                "select s.id %s where %s and (%s) order by %s desc, v.id desc, s.ordinal offset :offset limit :limit"
                        .formatted(FROM, CURRENT, condition.sql(), PRECEDENCE),
                parameters);
    }
}
