package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.layout.When;
import org.jspecify.annotations.Nullable;

/** Who said the opposite of what the same speaker had said before, in another article; doubtful readings turn nobody. */
@ApplicationScoped
public class Reversals {
    private static final String TURNS = """
            with taken as (
              select s.speaker_id, %1$s as matter, %2$s as side, %3$s as claim_id, s.id as statement_id, a.id as article_id,
                     %4$s as at, lag(%2$s) over earlier as before_side, lag(s.id) over earlier as before_id,
                     lag(a.id) over earlier as before_article
              %5$s %6$s
              where %7$s and s.speaker_id is not null and s.confidence >= :likely and %8$s and (%9$s)
              window earlier as (partition by s.speaker_id, %1$s order by %4$s, s.id)
            )
            select t.speaker_id, p.name as speaker, t.matter, t.claim_id, t.before_id, t.statement_id as after_id, t.at
            from taken t join actor p on p.id = t.speaker_id
            where t.before_side <> t.side and t.before_article <> t.article_id and t.at >= :from and t.at < :to
            order by t.at desc, t.statement_id, t.matter
            """;

    private static final String OF_STANCE = "st.polarity <> 'NEUTRAL' and st.confidence >= :likely";

    private final Rows rows;
    private final StatementCards cards;

    public Reversals(Rows rows, StatementCards cards) {
        this.rows = rows;
        this.cards = cards;
    }

    /**
     * From one side to the other.
     *
     * @param matter the target of a stance, or the text of a claim
     * @param claimId null where a stance toward a target turned
     */
    public record Turn(
            long speakerId,
            String speaker,
            String matter,
            @Nullable Long claimId,
            long beforeId,
            long afterId,
            Instant at) {}

    /** With both statements. */
    public record Reversal(Turn turn, StatementCard before, StatementCard after) {
        /** When it was said that is now turned. */
        public When since() {
            return before.source().at();
        }
    }

    /** Within a period, newest first; of one speaker, or of all who spoke in it if null. */
    public List<Turn> turns(@Nullable Long speaker, Instant from, Instant to) {
        String ofStances = speaker != null ? "s.speaker_id = :speaker" : """
                  (s.speaker_id, st.target) in (
                    select spoke.speaker_id, side.target from article_version tv
                    join statement spoke on spoke.article_version_id = tv.id
                    join stance side on side.statement_id = spoke.id
                    where tv.told_at >= :from and tv.told_at < :to)""";
        // Only claims that have two sides at all need their history looked at.
        String ofClaims = speaker != null ? "s.speaker_id = :speaker" : """
                  cs.claim_id = any (array(
                    select side.claim_id from article_version tv
                    join statement spoke on spoke.article_version_id = tv.id
                    join claim_statement side on side.statement_id = spoke.id
                    where tv.told_at >= :from and tv.told_at < :to
                    group by side.claim_id having exists (
                      select from claim_statement other
                      where other.claim_id = side.claim_id and other.polarity <> min(side.polarity))))""";
        Map<String, Object> parameters = new HashMap<>(Map.of("from", from, "to", to, "likely", Confidence.LIKELY));
        if (speaker != null) {
            parameters.put("speaker", speaker);
        }
        var stances = rows.keptList(
                Turn.class,
                sql(
                        "st.target",
                        "st.polarity",
                        "cast(null as bigint)",
                        "join stance st on st.statement_id = s.id",
                        OF_STANCE,
                        ofStances),
                parameters);
        var claims = rows.keptList(
                Turn.class, sql("c.text", "cs.polarity", "c.id", "", "cs.confidence >= :likely", ofClaims), parameters);
        return Stream.concat(claims.stream(), stances.stream()).toList();
    }

    private static String sql(String matter, String side, String claim, String join, String sure, String whom) {
        return TURNS.formatted(
                matter, side, claim, Statements.AT, Statements.FROM, join, Statements.CURRENT, sure, whom);
    }

    public List<Reversal> of(Collection<Turn> turns, Reader reader) {
        Map<Long, StatementCard> byId = cards
                .of(
                        turns.stream()
                                .flatMap(turn -> Stream.of(turn.beforeId(), turn.afterId()))
                                .distinct()
                                .toList(),
                        reader)
                .stream()
                .collect(Collectors.toMap(StatementCard::id, Function.identity()));
        return turns.stream()
                // Read anew since the turns were counted: another reading, of which nothing is known here.
                .filter(turn -> byId.containsKey(turn.beforeId()) && byId.containsKey(turn.afterId()))
                .map(turn -> new Reversal(
                        turn,
                        Objects.requireNonNull(byId.get(turn.beforeId())),
                        Objects.requireNonNull(byId.get(turn.afterId()))))
                .toList();
    }
}
