package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.MailWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who gets no more of a list: because the person stopped it, or because mail does not reach the address. */
@ApplicationScoped
public class Standing {

    private final Rows rows;
    private final Session session;
    private final Clock clock;

    Standing(Rows rows, Session session, Clock clock) {
        this.rows = rows;
        this.session = session;
        this.clock = clock;
    }

    private record Withheld(
            String address,
            @Nullable Instant optedOut,
            @Nullable Instant stopped,
            int hardBounces,
            @Nullable String lastAnswer) {
        String why() {
            return optedOut != null
                    ? MailWords.SAY.stoppedBy(Language.spoken().date().format(optedOut.atZone(ZoneOffset.UTC)))
                    : MailWords.SAY.cameBack(hardBounces, String.valueOf(lastAnswer));
        }
    }

    /** Why, by the address in lower case; whoever is not in it gets the mail. */
    public Map<String, String> withheld(String list, Collection<String> addresses) {
        List<String> lower = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        var why = new HashMap<String, String>();
        if (!lower.isEmpty()) {
            rows.list(Withheld.class, """
                            select asked.address, o.at as opted_out, a.stopped_at as stopped,
                                   coalesce(a.hard_bounces, 0) as hard_bounces, a.last_answer
                            from (select unnest(cast(:addresses as text[])) as address) asked
                            left join mail_opt_out o on o.address = asked.address and o.list = :list
                            left join mail_address a on a.address = asked.address and a.stopped_at is not null
                            where o.at is not null or a.stopped_at is not null
                            """, Map.of("addresses", lower.toArray(String[]::new), "list", list))
                    .forEach(row -> why.put(row.address(), row.why()));
        }
        return why;
    }

    /** Whether the person wants no more of it. */
    boolean optedOut(String list, String address) {
        return rows.number(
                        "select count(*) from mail_opt_out where list = :list and address = :address",
                        Map.of("list", list, "address", address.toLowerCase(Locale.ROOT)))
                > 0;
    }

    /** Those of them to which mail comes back. */
    public Set<String> bounced(Collection<String> addresses) {
        List<String> lower = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        return lower.isEmpty()
                ? Set.of()
                : Set.copyOf(rows
                        .list(
                                Address.class,
                                "select address from mail_address where stopped_at is not null and address = any(cast(:addresses as text[]))",
                                Map.of("addresses", lower.toArray(String[]::new)))
                        .stream()
                        .map(Address::address)
                        .toList());
    }

    private record Address(String address) {}

    /** The person wants no more of it. */
    void optOut(long teamId, String list, String address) {
        session.createNativeMutationQuery("""
                        insert into mail_opt_out (team_id, list, address, at)
                        values (:team, :list, :address, :now) on conflict do nothing
                        """)
                .setParameter("team", teamId)
                .setParameter("list", list)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
    }

    /** The person wants it after all. */
    void optIn(String list, String address) {
        session.createNativeMutationQuery("delete from mail_opt_out where list = :list and address = :address")
                .setParameter("list", list)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .executeUpdate();
    }

    /** One more mail came back for good; after so many the address gets no more. */
    void cameBack(String address, String answer, int most) {
        Instant now = clock.instant();
        session.createNativeMutationQuery("""
                        insert into mail_address (address, hard_bounces, last_at, last_answer, stopped_at)
                        values (:address, 1, :now, :answer, case when :most <= 1 then cast(:now as timestamptz) end)
                        on conflict (address) do update set
                          hard_bounces = mail_address.hard_bounces + 1, last_at = excluded.last_at,
                          last_answer = excluded.last_answer,
                          stopped_at = case when mail_address.hard_bounces + 1 >= :most
                                            then coalesce(mail_address.stopped_at, excluded.last_at)
                                            else mail_address.stopped_at end
                        """)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setParameter("answer", answer)
                .setParameter("most", most)
                .setParameter("now", now, Instant.class)
                .executeUpdate();
    }

    /** Somebody knows that the address works again: it begins anew. */
    public void restart(String address) {
        session.createNativeMutationQuery("delete from mail_address where address = :address")
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .executeUpdate();
    }
}
