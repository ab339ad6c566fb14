package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import org.claimwatch.web.layout.Total;

/** Which statements meet a condition, newest first; only those of each article's newest analysed version count. */
@ApplicationScoped
public class Statements {
    /** When a statement was published, as well as one can tell. */
    public static final String AT = "told.told_at";

    /** Which came first: an outlet that gave a day and no time claims no precedence within that day. */
    public static final String PRECEDENCE = "told.precedence";

    /**
     * The statements of each article's newest analysed version: a correction replaces what it corrects. {@code told} is
     * what pages count of one, s the statement, v its version, a article, o outlet, cs and c its claim if it has one, w
     * what it is found by. Each but told is one row at most, so PostgreSQL leaves out what a query does not ask for.
     */
    public static final String FROM = """
            from told_statement told
            left join statement s on s.id = told.statement_id
            left join article_version v on v.id = told.article_version_id
            left join article a on a.id = told.article_id
            left join outlet o on o.id = told.outlet_id
            left join claim_statement cs on cs.statement_id = told.statement_id
            left join claim c on c.id = told.claim_id
            left join statement_words w on w.statement_id = told.statement_id
            """;

    private final Rows rows;

    public Statements(Rows rows) {
        this.rows = rows;
    }

    public long count(Condition condition) {
        return rows.number("select count(*) %s where %s".formatted(FROM, condition.sql()), condition.parameters());
    }

    public Total total(Condition condition) {
        return rows.total("select %s where %s".formatted(FROM, condition.sql()), condition.parameters());
    }

    public List<Long> ids(Condition condition, int offset, int limit) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return rows.longs(
                "select told.statement_id %s where %s order by %s desc, told.article_version_id desc, told.ordinal offset :offset limit :limit"
                        .formatted(FROM, condition.sql(), PRECEDENCE),
                parameters);
    }
}
