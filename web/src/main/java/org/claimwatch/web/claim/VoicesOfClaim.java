package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.web.claim.ClaimPage.Side;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Margins;
import org.claimwatch.web.reading.Origins;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;

/** Who says what toward a claim, and which other claims have to do with it. */
@ApplicationScoped
class VoicesOfClaim {
    /** The oldest so many: who was first is among them. */
    private static final int MOST = 500;

    private final Statements statements;
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
            Statements statements,
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
        this.statements = statements;
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
            Condition made = Condition.ofClaim(claimId);
            int later = (int) Math.max(0, statements.count(made) - MOST);
            List<StatementCard> all =
                    cards.of(statements.ids(made, later, MOST), reader).reversed();
            Side asserts = new Side(Voices.of(all, false));
            Side denies = new Side(Voices.of(all, true));
            return new ClaimPage(
                    claim,
                    asserts,
                    denies,
                    Timeline.of(all, origins.of(List.of(claimId)), reader),
                    Chains.of(all),
                    related.of(claimId, reader),
                    decisions.ofClaim(claimId, reader),
                    margins.of(On.CLAIM, claimId, reader),
                    baskets.ticks(
                            reader.team(),
                            viewer.get().accountId(),
                            Stream.concat(asserts.shown().stream(), denies.shown().stream())
                                    .map(voice -> voice.first().id())
                                    .toList(),
                            null),
                    verdicts.on(claimId, reader),
                    factChecks.of(claimId, reader),
                    all.size(),
                    search(claim),
                    "/statements.csv?claim=" + claimId);
        });
    }

    private static String search(ClaimLine claim) {
        return Address.of("/search")
                .with("q", Query.of(new Term(Field.CLAIM, claim.text(), true)).text())
                .with("period", "all")
                .toString();
    }
}
