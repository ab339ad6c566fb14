package org.claimwatch.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimwatch.common.support.Database;

/** A statement of one claim that tells in so many words that it supports another, which has nothing to do with it otherwise. */
@ApplicationScoped
public class ToldRelation {
    /**
     * Where it is.
     *
     * @param words from the first that say so to the last
     */
    public record Told(long statement, long from, long to, String words) {}

    private final Press press;
    private final Database database;

    ToldRelation(Press press, Database database) {
        this.press = press;
        this.database = database;
    }

    public Told put() {
        press.gold();
        long statement = database.number("""
                select min(s.id) from statement s join claim_statement cs on cs.statement_id = s.id and cs.polarity = 'ASSERTS'
                join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                where not exists (select from claim_relation r where cs.claim_id in (r.from_claim_id, r.to_claim_id))
                  and s.cue_end < p.span_start""");
        long from = database.number("select claim_id from claim_statement where statement_id = " + statement);
        long to = database.number(
                "select max(c.id) from claim c where exists (select from claim_statement cs where cs.claim_id = c.id)"
                        + " and not exists (select from claim_relation r where c.id in (r.from_claim_id, r.to_claim_id)) and c.id <> "
                        + from);
        long relation = database.number("""
                insert into claim_relation (from_claim_id, to_claim_id, kind, confidence) values (%d, %d, 'SUPPORTS', .9)
                returning id""".formatted(from, to));
        database.run("""
                insert into relation_evidence (statement_id, kind, cue_start, cue_end, claimed_start, claimed_end, claimed,
                  language, outlets, claim_relation_id)
                select s.id, 'SUPPORTS', s.cue_start, s.cue_end, p.span_start, p.span_end, 'what is claimed', 'en', false, %d
                from statement s join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                where s.id = %d""".formatted(relation, statement));
        return new Told(statement, from, to, database.text("""
                select substr(v.text, s.cue_start + 1, p.span_end - s.cue_start)
                from statement s join statement_content_span p on p.statement_id = s.id and p.ordinal = 0
                join article_version v on v.id = s.article_version_id where s.id = %d""".formatted(statement)));
    }

    public void clear(Told told) {
        database.run("delete from relation_evidence");
        database.run("delete from claim_relation where from_claim_id = %d and to_claim_id = %d"
                .formatted(told.from(), told.to()));
    }
}
