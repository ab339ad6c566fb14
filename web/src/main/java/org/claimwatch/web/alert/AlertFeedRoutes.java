package org.claimwatch.web.alert;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.security.TeamRows;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

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
    }

    private void answer(RoutingContext context) {
        Optional<String> feed = seal.open(PURPOSE, Objects.requireNonNull(context.pathParam("token")))
                .filter(parts -> parts.size() == 3)
                .flatMap(parts -> teams.of(
                        Long.parseLong(parts.get(0)),
                        () -> feed(Long.parseLong(parts.get(1)), Integer.parseInt(parts.get(2)))));
        context.response().putHeader("Cache-Control", "private, max-age=300").putHeader("X-Robots-Tag", "noindex");
        if (feed.isPresent()) {
            context.response()
                    .putHeader("Content-Type", "application/atom+xml;charset=UTF-8")
                    .end(feed.get());
        } else {
            context.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain;charset=UTF-8")
                    .end("There is no such feed, or it has a new address: ask an editor of the team.");
        }
    }

    private Optional<String> feed(long ruleId, int number) {
        AlertRule rule = session.find(AlertRule.class, ruleId);
        if (rule == null || rule.feedNumber != number) {
            return Optional.empty();
        }
        List<Alert> alerts = session.createQuery(
                        "from Alert where rule = :rule order by raisedAt desc, id desc", Alert.class)
                .setParameter("rule", rule)
                .setMaxResults(MOST)
                .getResultList();
        var out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            write(xml, rule, alerts);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return Optional.of(out.toString());
    }

    private void write(XMLStreamWriter xml, AlertRule rule, List<Alert> alerts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "id", "urn:claimwatch:alerts:" + rule.id);
        element(xml, "title", "Alerts of " + rule.monitor.name);
        element(xml, "updated", (alerts.isEmpty() ? rule.createdAt : alerts.getFirst().raisedAt).toString());
        for (Alert alert : alerts) {
            xml.writeStartElement("entry");
            if (alert.language != null) {
                xml.writeAttribute("xml:lang", alert.language);
            }
            element(xml, "id", "urn:claimwatch:alert:" + alert.id);
            element(xml, "title", "%s: %s".formatted(alert.kind.word, alert.headline));
            element(xml, "updated", alert.raisedAt.toString());
            element(xml, "summary", alert.why);
            xml.writeStartElement("author");
            element(xml, "name", "Claimwatch");
            xml.writeEndElement();
            xml.writeEmptyElement("link");
            xml.writeAttribute("href", mails.href(alert));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text == null ? "" : text));
        xml.writeEndElement();
    }

    /** XML has no control characters and no half surrogates, whatever an outlet writes. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c <= 0x10FFFD))
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
