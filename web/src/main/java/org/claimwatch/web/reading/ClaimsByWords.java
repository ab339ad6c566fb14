package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.words.CountWords;

/** Finds a claim by what it says, for whoever has to name one; its number serves as well. */
@ApplicationScoped
public class ClaimsByWords {
    private static final String CLAIM = """
            select c.id, c.text, coalesce(c.language, '') as lang,
                   (select count(*) from claim_statement cs where cs.claim_id = c.id) as statements from claim c
            """;

    private final Rows rows;

    ClaimsByWords(Rows rows) {
        this.rows = rows;
    }

    /** A claim as it is offered. */
    public record Found(long id, String text, String lang, long statements) {
        public String count() {
            return CountWords.SAY.statements(statements);
        }
    }

    public Optional<Found> numbered(long id) {
        return rows.first(Found.class, CLAIM + "where c.id = :id", Map.of("id", id));
    }

    /** Claims that somebody makes and that share words, the most alike first; {@code but} is not among them. */
    public List<Found> like(String words, long but, int most) {
        return rows.list(Found.class, CLAIM + """
                , cast(replace(cast(plainto_tsquery('simple', fold(:words)) as text), '&', '|') as tsquery) wanted
                where c.words @@ wanted and c.id <> :but
                  and exists (select from claim_statement cs where cs.claim_id = c.id)
                order by ts_rank(c.words, wanted) desc, c.id limit :most""", Map.of("words", words, "but", but, "most", most));
    }
}
