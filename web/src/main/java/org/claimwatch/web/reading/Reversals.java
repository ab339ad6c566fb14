package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.layout.When;
import org.jspecify.annotations.Nullable;

/** Who said the opposite of what the same speaker had said before, in another article; doubtful readings turn nobody. */
@ApplicationScoped
public class Reversals {
    private static final String FROM = """
            from reversal r join actor p on p.id = r.speaker_id left join claim c on c.id = r.claim_id
            where r.at >= :from and r.at < :to
            """;

    private static final String TURNS = """
            select r.speaker_id, p.name as speaker, coalesce(r.target, c.text) as matter, r.claim_id, r.before_id, r.after_id, r.at,
                   r.claim_id is not null as of_claim, coalesce(hashtext(r.target), 0) as which
            """ + FROM;

    /** Those on claims first, the newest first; one statement may turn several stances. */
    public static final Falling ON_CLAIMS_FIRST = Falling.by(
            Falling.flag("of_claim"), Falling.moment("at"), Falling.number("after_id"), Falling.number("which"));

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

    /** Of one speaker within a period. */
    public List<Turn> turns(long speaker, Instant from, Instant to) {
        return rows.keptList(
                Turn.class,
                "select * from (%s and r.speaker_id = :speaker) found order by %s"
                        .formatted(TURNS, ON_CLAIMS_FIRST.sql(false)),
                Map.of("speaker", speaker, "from", from, "to", to));
    }

    public Total total(Instant from, Instant to) {
        return rows.keptTotal("select " + FROM, Map.of("from", from, "to", to));
    }

    /** Of everybody within a period: the page that an address asks for. */
    public Slice<Turn> slice(Instant from, Instant to, Address address, int size) {
        return rows.keptSlice(
                Turn.class, TURNS, Map.of("from", from, "to", to), new Slice.Asked(ON_CLAIMS_FIRST, address, size));
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
