package org.claimwatch.web.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.web.digest.DailyPeriods.Span;
import org.claimwatch.web.digest.DigestMail.NewClaim;
import org.claimwatch.web.digest.DigestMail.Voice;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;

/** Composes editions: the preview and the e-mail are the same. */
@ApplicationScoped
class DigestMails {
    private static final int CLAIMS = 12;
    private static final int VOICES = 2;
    private static final int CANDIDATES = 40;

    private final Statements statements;
    private final StatementCards cards;
    private final Claims claims;
    private final DigestConfig config;
    private final Clock clock;

    DigestMails(Statements statements, StatementCards cards, Claims claims, DigestConfig config, Clock clock) {
        this.statements = statements;
        this.cards = cards;
        this.claims = claims;
        this.config = config;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "digest")
    static class Templates {
        static native TemplateInstance mailText(DigestMail mail);

        static native TemplateInstance mailHtml(DigestMail mail);
    }

    DigestMail compose(Digest digest, Span period) {
        ZoneId zone = ZoneId.of(digest.timeZone);
        Reader reader = new Reader(zone, clock.instant(), null);
        Condition matching = Query.saved(digest.monitor.query)
                .condition()
                .and(Condition.CONFIDENT)
                .and(Condition.claimCreatedIn(period.start(), period.end()));
        List<ClaimLine> lines = claims.lines(claims.ids(matching, Demand.NONE, Order.WORTH, 0, CLAIMS), reader);
        long total = claims.count(matching, Demand.NONE);
        return new DigestMail(
                digest.monitor.name,
                digest.team.name,
                "%s to %s"
                        .formatted(
                                exact(period.start().atZone(zone)),
                                exact(period.end().atZone(zone))),
                digest.language,
                lines.stream().map(line -> newClaim(line, reader)).toList(),
                total - lines.size(),
                total,
                href("/teams/%s/monitors/%d".formatted(digest.team.slug, digest.monitor.id)),
                href("/teams/%s/digests/%d".formatted(digest.team.slug, digest.id)));
    }

    private NewClaim newClaim(ClaimLine line, Reader reader) {
        return new NewClaim(
                line.text(),
                line.lang(),
                "%s in %s, %s; first seen in %s, %s"
                        .formatted(
                                line.sides(),
                                line.outlets(),
                                line.origins(),
                                line.facts().firstOutlet(),
                                line.firstSeen().exact()),
                line.contested(),
                href("/claims/" + line.id()),
                strongest(line, reader).stream().map(card -> voice(card)).toList());
    }

    /** One for each side, then other speakers: a direct quotation before a paraphrase, the surer before the less sure. */
    private List<StatementCard> strongest(ClaimLine line, Reader reader) {
        List<StatementCard> candidates = cards
                .of(statements.ids(Condition.ofClaim(line.id()).and(Condition.CONFIDENT), 0, CANDIDATES), reader)
                .reversed()
                .stream()
                .sorted(Comparator.comparing((StatementCard card) -> !card.direct())
                        .thenComparing(card -> -card.confidence().value()))
                .toList();
        var chosen = new ArrayList<StatementCard>();
        for (ClaimPolarity side : ClaimPolarity.values()) {
            candidates.stream()
                    .filter(card -> card.side() != null && card.side().polarity() == side)
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

    private Voice voice(StatementCard card) {
        return new Voice(
                card.speaker().name(),
                card.speaker().affiliation(),
                card.words(),
                card.source().lang(),
                card.side() != null && card.side().denies(),
                card.formWord(),
                card.chainLine(),
                card.source().at().exact(),
                href(card.evidence()));
    }

    private String href(String path) {
        return config.address().toString().replaceFirst("/+$", "") + path;
    }

    private static String exact(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).format(time);
    }
}
