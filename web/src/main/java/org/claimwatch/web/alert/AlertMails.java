package org.claimwatch.web.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.mail.MailText;
import org.claimwatch.web.mail.Stop;
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
            String stopHref) {}

    /** One alert. */
    public record Line(String kind, String headline, String lang, String why, String href) {}

    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance mailText(AlertMail mail);

        static native TemplateInstance mailHtml(AlertMail mail);
    }

    MailText compose(AlertRule rule, List<Alert> alerts) {
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
            return "%s: %s".formatted(Counted.of(alerts.size(), "alert"), rule.monitor.name);
        }
        Alert one = alerts.getFirst();
        String headline = one.headline.codePointCount(0, one.headline.length()) <= LONGEST_SUBJECT
                ? one.headline
                : one.headline.substring(0, one.headline.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        return "%s in %s: %s".formatted(one.kind.word, rule.monitor.name, headline);
    }

    private Line line(Alert alert) {
        return new Line(
                alert.kind.word,
                alert.headline,
                Objects.requireNonNullElse(alert.language, "en"),
                alert.why,
                href(alert));
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
