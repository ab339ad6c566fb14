package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.OutwardCard.Judged;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lays statements out for digests and shared lists, as the team judged them whose rows the connection shows. */
@ApplicationScoped
public class OutwardCards {
    private final StatementCards cards;
    private final Rows rows;
    private final Session session;

    OutwardCards(StatementCards cards, Rows rows, Session session) {
        this.cards = cards;
        this.rows = rows;
        this.session = session;
    }

    private record Row(
            long statementId,
            String verdict,
            @Nullable String correctedSpeaker,
            @Nullable String correctedSpans,
            @Nullable String correctedPolarity,
            @Nullable String correctedTarget,
            @Nullable String correctedNoStance) {}

    /** In the order of the ids. */
    public List<OutwardCard> of(Collection<Long> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Judged> judged = rows.list(Row.class, """
                        select statement_id, verdict, corrected_speaker, corrected_spans, corrected_polarity, corrected_target,
                               corrected_no_stance
                        from judged_statement where statement_id in (:ids)
                        """, Map.of("ids", ids)).stream()
                .collect(Collectors.toMap(Row::statementId, this::judged));
        return cards.of(ids, reader).stream()
                .map(card -> new OutwardCard(card, judged.get(card.id())))
                .toList();
    }

    private Judged judged(Row row) {
        return new Judged(
                row.verdict().equals("CORRECTED"),
                row.correctedSpeaker(),
                row.correctedSpans() == null ? null : words(row.statementId(), row.correctedSpans()),
                row.correctedPolarity() == null ? null : Polarity.valueOf(row.correctedPolarity()),
                row.correctedTarget(),
                row.correctedNoStance());
    }

    /** Cut from the stored text, as the machine's are. */
    private String words(long id, String spans) {
        Statement statement = Objects.requireNonNull(session.find(Statement.class, id));
        List<TextSpan> moved = Arrays.stream(spans.split("; "))
                .map(span -> span.split("-"))
                .map(ends -> new TextSpan(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
        return StatementCards.words(statement.form, moved, new MarkedText(statement.articleVersion.text));
    }
}
