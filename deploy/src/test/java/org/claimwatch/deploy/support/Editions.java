package org.claimwatch.deploy.support;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.claimwatch.deploy.local.MailCatcher;

/**
 * Digests with an edition every quarter of a minute and alerts for a desk of their own, and what became of each copy: the
 * ledger's word against what the mail server took.
 */
public final class Editions {
    /** From the mail server's word to the commit: when a service dies in between, the copy is sent again. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static final String DESK = "(select id from team where slug = 'crash-desk')";
    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz uuuu", Locale.ENGLISH);

    private final Everything database;
    private final MailCatcher mails;

    /**
     * How it went.
     *
     * @param copies of editions and alerts
     * @param twice copies that the mail server took twice, each within the window around a kill
     * @param told items that editions told
     * @param faults whatever must not be, in words
     */
    public record Sent(int editions, int alerts, int copies, int twice, int told, List<String> faults) {}

    public Editions(Everything database, MailCatcher mails) {
        this.database = database;
        this.mails = mails;
    }

    /** Sets the digests up anew; for an hour they close a period every 15 s, and say so when nothing happened. */
    public void begin() {
        mails.forget();
        database.run(
                "insert into team (slug, name) values ('crash-desk', 'Crash desk') on conflict (slug) do nothing",
                "delete from monitor where team_id = " + DESK,
                """
                insert into monitor (team_id, name, query, created_by)
                select %s, query, query, (select min(id) from account)
                from unnest(array['ceasefire', 'strike', 'water or river']) as query""".formatted(DESK));
        addDigests("""
                array(select (date_trunc('minute', now() at time zone 'UTC') + n * interval '15 seconds')::time
                      from generate_series(0, 239) n)""", "");
        database.run("""
                insert into alert_rule (team_id, monitor_id, kinds, looked_to, created_at)
                select team_id, id, '{NEW_CLAIM,CONTRADICTION}', now(), now() from monitor where team_id = %s""".formatted(DESK), """
                insert into alert_channel (team_id, rule_id, kind, address, time_zone, created_at)
                select team_id, id, 'EMAIL', 'alerted@crash-desk.example', 'UTC', now() from alert_rule where team_id = %s""".formatted(DESK));
    }

    /** Waits until all that has been read is told and every copy has been dealt with. */
    public void awaitEnd() {
        String end = database.lines("select clock_timestamp()").getFirst();
        awaitZero("""
                select count(*) from digest d where team_id = %s and not exists (
                  select from digest_issue i where i.digest_id = d.id and i.period_end > '%s')""".formatted(DESK, end));
        stop();
    }

    /** Has one edition told of all that the others told in pieces, and compares. */
    public Sent compared(List<Instant> killed) {
        database.run("""
                insert into monitor (team_id, name, query, created_by)
                select team_id, 'all of ' || name, query, created_by from monitor where team_id = %s""".formatted(DESK));
        addDigests(
                "array[date_trunc('second', now() at time zone 'UTC' + interval '3 seconds')::time]",
                "and name like 'all of %'");
        awaitZero("""
                select count(*) from digest d where team_id = %s and active and not exists (
                  select from digest_issue i where i.digest_id = d.id)""".formatted(DESK));
        stop();
        List<String> faults = new ArrayList<>();
        ledgerFaults(faults);
        toldFaults(faults);
        int twice = mailFaults(faults, killed);
        return new Sent(
                database.count("select count(*) from digest_issue where team_id = " + DESK),
                database.count("select count(*) from alert where team_id = " + DESK),
                database.count("select count(*) from mail_delivery where team_id = " + DESK),
                twice,
                database.count("select count(*) from digest_told where team_id = " + DESK),
                faults);
    }

    /**
     * Has one digest of a monitor of its own send an edition now.
     *
     * @return the edition, once it is settled
     */
    public long oneMore() {
        database.run("""
                insert into monitor (team_id, name, query, created_by)
                select %s, 'one more', 'ceasefire', (select min(id) from account)""".formatted(DESK));
        addDigests(
                "array[date_trunc('second', now() at time zone 'UTC' + interval '3 seconds')::time]",
                "and name = 'one more'");
        String issue = """
                from digest_issue i join digest d on d.id = i.digest_id join monitor m on m.id = d.monitor_id
                where m.team_id = %s and m.name = 'one more' and i.state %s 'PENDING'""";
        awaitZero("select 1 - count(*) " + issue.formatted(DESK, "<>"));
        stop();
        return database.count("select i.id " + issue.formatted(DESK, "<>"));
    }

    private void addDigests(String times, String monitors) {
        database.run("""
                insert into digest (team_id, monitor_id, send_at, also_at, time_zone, recipients, on_quiet)
                select team_id, id, times[1], times[2:], 'UTC', array[
                  'one@crash-desk.example', 'two@crash-desk.example', 'three@crash-desk.example'], 'SAY'
                from monitor, (select %s as times) each where team_id = %s %s""".formatted(times, DESK, monitors));
    }

    /** Closes no further period and looks for nothing more to raise, then waits for what is on its way. */
    private void stop() {
        database.run(
                "update digest set active = false where team_id = " + DESK,
                "update alert_rule set active = false where team_id = " + DESK);
        awaitZero("""
                select (select count(*) from digest_issue where state = 'PENDING' and team_id = %1$s)
                     + (select count(*) from mail_delivery where state = 'PENDING' and team_id = %1$s)
                     + (select count(*) from alert_delivery where notice_id is null and team_id = %1$s)
                     + (select count(*) from alert_notice where state = 'PENDING' and team_id = %1$s)
                     + (select count(*) from web_task where task_instance <> 'recurring')""".formatted(DESK));
    }

    private void awaitZero(String count) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> database.count(count) == 0);
    }

    private void ledgerFaults(List<String> faults) {
        faults.addAll(database.lines("""
                select 'edition ' || id || ' is ' || state || coalesce(': ' || error, '') from digest_issue
                where team_id = %s and state <> 'SENT'""".formatted(DESK)));
        faults.addAll(database.lines("""
                select 'the period from ' || period_start || ' does not begin where the one before ended, at ' || before
                from (select period_start, lag(period_end) over (partition by digest_id order by period_start) as before
                      from digest_issue where team_id = %s) each
                where before <> period_start""".formatted(DESK)));
        faults.addAll(database.lines("""
                select 'the letter of edition ' || i.id || ' has ' || count(d.id) || ' copies that were sent'
                from digest_issue i left join mail_letter l on l.digest_issue_id = i.id
                left join mail_delivery d on d.letter_id = l.id and d.state = 'SENT'
                where i.team_id = %s group by i.id having count(d.id) <> 3""".formatted(DESK)));
        faults.addAll(database.lines("""
                select 'notice ' || n.id || ' is ' || n.state || ' with ' || count(d.id) || ' copies that were sent'
                from alert_notice n left join mail_letter l on l.alert_notice_id = n.id
                left join mail_delivery d on d.letter_id = l.id and d.state = 'SENT'
                where n.team_id = %s group by n.id having n.state <> 'SENT' or count(d.id) <> 1""".formatted(DESK)));
    }

    /** News is told in one edition or another, once; a claim told as new may by the end be told as contradicted instead. */
    private void toldFaults(List<String> faults) {
        String told = """
                select m.query || ': ' || t.item from digest_told t join digest d on d.id = t.digest_id
                join monitor m on m.id = d.monitor_id where t.team_id = %s and m.name %s like 'all of %%'""";
        var inPieces = new TreeSet<>(database.lines(told.formatted(DESK, "not")));
        var atOnce = new TreeSet<>(database.lines(told.formatted(DESK, "")));
        atOnce.stream().filter(item -> !inPieces.contains(item)).forEach(item -> faults.add("never told: " + item));
        inPieces.stream()
                .filter(item -> !atOnce.contains(item) && !item.contains(": claim:"))
                .forEach(item -> faults.add("told though it is not so: " + item));
    }

    private int mailFaults(List<String> faults, List<Instant> killed) {
        Map<String, List<Instant>> caught = new HashMap<>();
        for (MimeMessage mail : mails.caught()) {
            if (to(mail).endsWith("@crash-desk.example")) {
                caught.computeIfAbsent(header(mail, "Message-ID"), id -> new ArrayList<>())
                        .add(received(mail));
            }
        }
        List<String> ledger = database.lines("select message_id from mail_delivery where team_id = " + DESK);
        ledger.stream().filter(id -> !caught.containsKey(id)).forEach(id -> faults.add("never came: " + id));
        caught.keySet().stream()
                .filter(id -> !ledger.contains(id))
                .forEach(id -> faults.add("came though nobody sent it: " + id));
        int twice = 0;
        for (Map.Entry<String, List<Instant>> mail : caught.entrySet()) {
            List<Instant> times = mail.getValue().stream().sorted().toList();
            for (Instant first : times.subList(0, times.size() - 1)) {
                twice++;
                // Headers tell whole seconds.
                if (killed.stream().noneMatch(kill -> !kill.isBefore(first) && kill.isBefore(first.plus(WINDOW)))) {
                    faults.add("came twice and nobody was killed just then: " + mail.getKey() + " " + times);
                }
            }
        }
        return twice;
    }

    private static String to(MimeMessage mail) {
        return header(mail, "To");
    }

    /** When the mail server took it, by its own header: “… (HELO host); Thu Nov 26 12:00:00 UTC 2026”. */
    private static Instant received(MimeMessage mail) {
        String header = header(mail, "Received");
        return ZonedDateTime.parse(header.substring(header.lastIndexOf(';') + 1).strip(), RECEIVED)
                .toInstant();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
