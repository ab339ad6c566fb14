package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.claim.ClaimPage.Shown;
import org.claimwatch.web.claim.ClaimPage.Side;
import org.claimwatch.web.claim.Voices.Voice;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Margins;
import org.claimwatch.web.reading.Origins;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;

/** Who says what toward a claim, and which other claims have to do with it. */
@ApplicationScoped
class VoicesOfClaim {
    /** The oldest so many: who was first is among them. */
    static final int MOST = 500;

    /** Voices of a side that have a card. */
    private static final int SHOWN = 20;

    private final SaidOfClaim said;
    private final StatementCards cards;
    private final Claims claims;
    private final Origins origins;
    private final Decisions decisions;
    private final Margins margins;
    private final Baskets baskets;
    private final CurrentViewer viewer;
    private final Verdicts verdicts;
    private final FactChecksOfClaim factChecks;
    private final RelatedOfClaim related;

    VoicesOfClaim(
            SaidOfClaim said,
            StatementCards cards,
            Claims claims,
            Origins origins,
            Decisions decisions,
            Margins margins,
            Baskets baskets,
            CurrentViewer viewer,
            Verdicts verdicts,
            FactChecksOfClaim factChecks,
            RelatedOfClaim related) {
        this.said = said;
        this.cards = cards;
        this.claims = claims;
        this.origins = origins;
        this.decisions = decisions;
        this.margins = margins;
        this.baskets = baskets;
        this.viewer = viewer;
        this.verdicts = verdicts;
        this.factChecks = factChecks;
        this.related = related;
    }

    Optional<ClaimPage> of(long claimId, Reader reader) {
        return claims.lines(List.of(claimId), reader).stream().findFirst().map(claim -> {
            List<Said> all = said.oldest(claimId, MOST, reader);
            List<Voice> asserting = Voices.of(all, false);
            List<Voice> denying = Voices.of(all, true);
            Map<Long, StatementCard> shown = cards
                    .of(
                            Stream.of(asserting, denying)
                                    .flatMap(voices -> voices.stream().limit(SHOWN))
                                    .map(voice -> voice.first().id())
                                    .toList(),
                            reader)
                    .stream()
                    .collect(Collectors.toMap(StatementCard::id, Function.identity()));
            Side asserts = side(asserting, shown);
            Side denies = side(denying, shown);
            return new ClaimPage(
                    claim,
                    asserts,
                    denies,
                    Timeline.of(all, origins.of(List.of(claimId)), reader),
                    Chains.of(all),
                    related.of(claimId, reader),
                    decisions.ofClaim(claimId, reader),
                    margins.of(On.CLAIM, claimId, reader),
                    baskets.ticks(reader.team(), viewer.get().accountId(), List.copyOf(shown.keySet()), null),
                    verdicts.on(claimId, reader),
                    factChecks.of(claimId, reader),
                    reader.team() == null ? 0 : said.rejected(all).size(),
                    all.size(),
                    search(claim),
                    "/statements.csv?claim=" + claimId);
        });
    }

    /** Nothing of a claim that nobody ever made. */
    Optional<ReplacedClaim> replaced(long claimId, Reader reader) {
        List<Said> all = said.replaced(claimId, MOST, reader);
        return all.isEmpty() ? Optional.empty() : said.words(claimId).map(words -> new ReplacedClaim(words, all));
    }

    /** Of a voice that was read anew just now nothing is shown. */
    private static Side side(List<Voice> voices, Map<Long, StatementCard> cards) {
        long doubted = voices.stream()
                .flatMap(voice -> Stream.concat(Stream.of(voice.first()), voice.reprints().stream()))
                .filter(Predicate.not(Said::counts))
                .count();
        return new Side(
                voices.stream()
                        .limit(SHOWN)
                        .flatMap(voice -> Stream.ofNullable(
                                        cards.get(voice.first().id()))
                                .map(card -> new Shown(card, voice.reprints())))
                        .toList(),
                Math.max(0, voices.size() - SHOWN),
                doubted == 0 ? null : Counted.number(doubted));
    }

    private static String search(ClaimLine claim) {
        return Address.of("/search")
                .with("q", Query.of(new Term(Field.CLAIM, claim.text(), true)).text())
                .with("period", "all")
                .toString();
    }
}
