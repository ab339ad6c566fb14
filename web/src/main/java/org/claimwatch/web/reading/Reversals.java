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
            select r.speaker_id, p.name as speaker, coalesce(r.target, c.text) as matter, r.claim_id, r.before_id, r.after_id, r.at
            from reversal r join actor p on p.id = r.speaker_id left join claim c on c.id = r.claim_id
            where r.at >= :from and r.at < :to and %s
            order by r.claim_id is null, r.at desc, r.after_id, matter
            """;

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

    /** Within a period, those on claims first, the newest first; of one speaker, or of all if null. */
    public List<Turn> turns(@Nullable Long speaker, Instant from, Instant to) {
        Map<String, Object> parameters = new HashMap<>(Map.of("from", from, "to", to));
        if (speaker != null) {
            parameters.put("speaker", speaker);
        }
        return rows.keptList(
                Turn.class, TURNS.formatted(speaker == null ? "true" : "r.speaker_id = :speaker"), parameters);
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
