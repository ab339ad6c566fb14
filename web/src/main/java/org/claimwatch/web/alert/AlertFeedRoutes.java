package org.claimwatch.web.alert;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.web.atom.AtomAnswer;
import org.claimwatch.web.atom.AtomFeed;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.security.TeamRows;
import org.hibernate.Session;

/**
 * A monitor's alerts for feed readers (Atom, RFC 4287), which cannot sign in: whoever has the address may read them, and an
 * editor can give it a new one.
 */
@ApplicationScoped
class AlertFeedRoutes {
    static final String PATH = "/alert-feeds/";

    private static final String PURPOSE = "alert-feed";
    private static final int MOST = 100;

    private final Seal seal;
    private final AlertMails mails;
    private final TeamRows teams;
    private final Session session;

    AlertFeedRoutes(Seal seal, AlertMails mails, TeamRows teams, Session session) {
        this.seal = seal;
        this.mails = mails;
        this.teams = teams;
        this.session = session;
    }

    static String path(Seal seal, AlertRule rule) {
        return PATH
                + seal.seal(
                        PURPOSE,
                        List.of(
                                Long.toString(rule.teamId),
                                Long.toString(Objects.requireNonNull(rule.id)),
                                Integer.toString(rule.feedNumber)));
    }

    void register(@Observes Router router) {
        router.get(PATH + ":token").blockingHandler(this::answer, false);
        router.get(PATH + ":token" + AtomAnswer.RSS).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        Optional<AtomFeed> feed = seal.open(PURPOSE, Objects.requireNonNull(context.pathParam("token")))
                .filter(parts -> parts.size() == 3)
                .flatMap(parts -> teams.of(
                        Long.parseLong(parts.get(0)),
                        () -> feed(Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2)))));
        AtomAnswer.send(context, feed, "There is no such feed, or it has a new address: ask an editor of the team.");
    }

    private Optional<AtomFeed> feed(long ruleId, int number) {
        AlertRule rule = session.find(AlertRule.class, ruleId);
        if (rule == null || rule.feedNumber != number) {
            return Optional.empty();
        }
        List<AtomFeed.Entry> entries = session.createQuery(
                        "from Alert where rule = :rule order by raisedAt desc, id desc", Alert.class)
                .setParameter("rule", rule)
                .setMaxResults(MOST)
                .getResultStream()
                .map(this::entry)
                .toList();
        return Optional.of(new AtomFeed(
                seal.urn(PURPOSE, "rule " + rule.id),
                "Alerts of " + rule.monitor.name,
                mails.home(),
                rule.createdAt,
                entries));
    }

    private AtomFeed.Entry entry(Alert alert) {
        return new AtomFeed.Entry(
                seal.urn(PURPOSE, "alert " + alert.id),
                "%s: %s".formatted(alert.kind.word(), alert.headline),
                alert.language,
                alert.raisedAt,
                null,
                alert.why,
                mails.href(alert),
                null);
    }
}
