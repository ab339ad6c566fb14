package org.claimwatch.web.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.web.digest.DigestMail.Voice;
import org.claimwatch.web.news.NewsItem;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.OutwardCard;
import org.claimwatch.web.reading.OutwardCards;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Statements;

/** Chooses the two statements that bear a piece of news best. */
@ApplicationScoped
class DigestVoices {
    private static final int VOICES = 2;
    private static final int CANDIDATES = 40;

    private final Statements statements;
    private final OutwardCards cards;

    DigestVoices(Statements statements, OutwardCards cards) {
        this.statements = statements;
        this.cards = cards;
    }

    /** The statements that are the news, else the strongest of the claim. */
    List<OutwardCard> of(NewsItem item, ClaimLine line, Reader reader) {
        return item.evidence().isEmpty() ? strongest(line, reader) : cards.of(item.evidence(), reader);
    }

    /** One for each side, then other speakers: a direct quotation before a paraphrase, the surer before the less sure. */
    private List<OutwardCard> strongest(ClaimLine line, Reader reader) {
        List<OutwardCard> candidates = cards
                .of(
                        statements.ids(
                                Condition.ofClaim(line.id())
                                        .and(Condition.CONFIDENT)
                                        .and(Condition.STANDING_OF_CLAIM),
                                0,
                                CANDIDATES),
                        reader)
                .reversed()
                .stream()
                .sorted(Comparator.comparing((OutwardCard card) -> !card.read().direct())
                        .thenComparing(card -> -card.read().confidence().value()))
                .toList();
        var chosen = new ArrayList<OutwardCard>();
        for (ClaimPolarity side : ClaimPolarity.values()) {
            candidates.stream()
                    .filter(card ->
                            card.read().side() != null && card.read().side().polarity() == side)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        candidates.stream()
                .filter(card -> chosen.stream()
                        .noneMatch(other ->
                                other.speaker().name().equals(card.speaker().name())))
                .limit(Math.max(0, VOICES - chosen.size()))
                .forEach(chosen::add);
        return chosen;
    }

    static Voice voice(OutwardCard card, UnaryOperator<String> href) {
        var read = card.read();
        return new Voice(
                card.speaker().name(),
                card.speaker().affiliation(),
                card.words(),
                read.source().lang(),
                Direction.of(read.source().lang()),
                read.side() != null && read.side().denies(),
                read.formWord(),
                card.chainLine(),
                read.source().at().exact(),
                card.mark(),
                href.apply(read.evidence()));
    }
}
