package org.claimwatch.web.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.claimwatch.web.mail.MailText;
import org.claimwatch.web.mail.Stop;
import org.claimwatch.web.words.AlertWords;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.Language;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Words a notice for people. */
@ApplicationScoped
class AlertMails {
    private static final int LONGEST_SUBJECT = 120;
    private static final int MOST = 50;

    private final Stop stop;
    private final String base;

    AlertMails(
            Stop stop,
            @ConfigProperty(name = "claimwatch.digest.address", defaultValue = "http://127.0.0.1:8080") URI address) {
        this.stop = stop;
        this.base = address.toString().replaceFirst("/+$", "");
    }

    /** What the mail says. */
    public record AlertMail(
            String subject,
            String monitor,
            String team,
            List<Line> lines,
            long rest,
            String pageHref,
            String settingsHref,
            String stopHref) {
        /** Why one gets it, and the way out. */
        public RawString why() {
            return AlertWords.SAY.mailWhyHtml(team, monitor, stopHref, settingsHref);
        }
    }

    /** One alert. */
    public record Line(String kind, String headline, String lang, String why, String href) {}

    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance mailText(AlertMail mail);

        static native TemplateInstance mailHtml(AlertMail mail);
    }

    /** In the recipient's language. */
    MailText compose(AlertRule rule, List<Alert> alerts, Language language) {
        return language.speaking(() -> composed(rule, alerts));
    }

    private MailText composed(AlertRule rule, List<Alert> alerts) {
        String home = "%s/teams/%s/alerts".formatted(base, rule.monitor.team.slug);
        var mail = new AlertMail(
                subject(rule, alerts),
                rule.monitor.name,
                rule.monitor.team.name,
                alerts.stream().limit(MOST).map(this::line).toList(),
                Math.max(0, alerts.size() - MOST),
                home,
                home + "/of/" + rule.monitor.id,
                stop.placeholder());
        return new MailText(
                mail.subject(),
                Templates.mailText(mail).render(),
                Templates.mailHtml(mail).render());
    }

    private static String subject(AlertRule rule, List<Alert> alerts) {
        if (alerts.size() > 1) {
            return AlertWords.SAY.subjectMany(CountWords.SAY.alerts(alerts.size()), rule.monitor.name);
        }
        Alert one = alerts.getFirst();
        String whole = one.headline();
        String headline = whole.codePointCount(0, whole.length()) <= LONGEST_SUBJECT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        return AlertWords.SAY.subjectOne(one.kind.word(), rule.monitor.name, headline);
    }

    private Line line(Alert alert) {
        return new Line(alert.kind.word(), alert.headline(), alert.lang(), alert.why(), href(alert));
    }

    /** A monitor's page lies below its team. */
    String href(Alert alert) {
        return base + path(alert);
    }

    /** Where this site begins. */
    String home() {
        return base + "/";
    }

    static String path(Alert alert) {
        return (alert.path.startsWith("/monitors/") ? "/teams/" + alert.rule.monitor.team.slug : "") + alert.path;
    }
}
