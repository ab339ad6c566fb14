package org.claimwatch.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.web.alert.Found.Wording;
import org.claimwatch.web.mail.MailText;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.words.Language;
import org.junit.jupiter.api.Test;

/** A mail tells of the newest fifty alerts and says how many more there are. */
@QuarkusTest
@AsAda
class AlertMailsTest extends AlertDesk {
    private static final Pattern TOLD = Pattern.compile("claim number (\\d+);");

    @Inject
    AlertMails mails;

    @Test
    void are_cut_where_they_say_how_many_more_there_are() {
        String rule = watch("Alert many", "manifold", "NEW_CLAIM", "MEDIUM");
        MailText cut = mail(rule, 53);
        for (String body : List.of(cut.text(), cut.html())) {
            assertThat(numbers(body).distinct())
                    .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
            assertThat(body).contains("and 3 more");
        }
        assertThat(cut.subject()).contains("53 alerts");
        MailText whole = mail(rule, 50);
        assertThat(numbers(whole.text())).hasSize(50);
        assertThat(whole.text()).doesNotContain("more:");
        assertThat(mail(rule, 53, Language.ARABIC).text()).contains("3").doesNotContain("more");
    }

    private static Stream<Integer> numbers(String body) {
        return TOLD.matcher(body).results().map(one -> Integer.valueOf(one.group(1)));
    }

    private MailText mail(String rule, int alerts) {
        return mail(rule, alerts, Language.ENGLISH);
    }

    private MailText mail(String rule, int alerts, Language language) {
        return desk.in(TEAM, () -> {
            AlertRule of = entities.createQuery("from AlertRule where monitor.id = ?1", AlertRule.class)
                    .setParameter(1, monitor(rule))
                    .getSingleResult();
            return mails.compose(
                    of, IntStream.range(0, alerts).mapToObj(n -> alert(of, n)).toList(), language);
        });
    }

    private static Alert alert(AlertRule rule, int number) {
        Wording why = Wording.of(() -> "first said now");
        return new Alert(
                rule,
                new Found(
                        AlertKind.NEW_CLAIM,
                        Wording.of(() -> "claim number %d;".formatted(number)),
                        "en",
                        why,
                        "/claims/" + number,
                        List.of()),
                Instant.EPOCH);
    }
}
