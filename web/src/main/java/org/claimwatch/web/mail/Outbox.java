package org.claimwatch.web.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.SendMail;
import org.hibernate.Session;

/** Takes mails in: the letter, its copies and their sending commit together with whatever they tell, or not at all. */
@ApplicationScoped
public class Outbox {
    private final Session session;
    private final Standing standing;
    private final SchedulerClient queue;
    private final Clock clock;

    Outbox(Session session, Standing standing, AgroalDataSource dataSource, Clock clock) {
        this.session = session;
        this.standing = standing;
        this.queue = Queue.WEB.client(dataSource);
        this.clock = clock;
    }

    /**
     * A copy for each address that still wants it; empty, and nothing entered, if none does.
     *
     * @param letter not stored yet
     */
    public Optional<MailLetter> enter(MailLetter letter, Collection<String> addresses) {
        Map<String, String> distinct = new LinkedHashMap<>();
        addresses.forEach(address -> distinct.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
        Map<String, String> withheld = standing.withheld(letter.list, distinct.values());
        if (withheld.keySet().containsAll(distinct.keySet())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        session.persist(letter);
        List<MailDelivery> copies = new ArrayList<>();
        distinct.forEach((key, address) -> {
            var copy = new MailDelivery(letter, address, "<%s@mail.claimwatch>".formatted(UUID.randomUUID()));
            if (withheld.containsKey(key)) {
                copy.settle(MailDelivery.State.WITHHELD, withheld.get(key), now);
            }
            session.persist(copy);
            copies.add(copy);
        });
        session.flush();
        copies.stream().filter(copy -> copy.state == MailDelivery.State.PENDING).forEach(copy -> enqueue(copy, now));
        return Optional.of(letter);
    }

    /**
     * Copies that were given up or refused go out once more, each under its own Message-ID; those alone whose address is among
     * these.
     *
     * @return how many
     */
    public int sendAgain(Collection<MailDelivery> copies, Collection<String> addresses) {
        Set<String> wanted = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        int under = 0;
        for (MailDelivery copy : copies) {
            session.refresh(copy, LockModeType.PESSIMISTIC_WRITE);
            // Where the last attempt has not quite ended yet, it stays given up and can be sent again a moment later.
            if (copy.state == MailDelivery.State.FAILED
                    && wanted.contains(copy.address.toLowerCase(Locale.ROOT))
                    && enqueue(copy, clock.instant())) {
                copy.again();
                under++;
            }
        }
        return under;
    }

    /** How each copy of some letters fares, for a page. */
    public List<MailDelivery> copies(Collection<Long> letterIds) {
        return letterIds.isEmpty()
                ? List.of()
                : session.createQuery(
                                "from MailDelivery d join fetch d.letter l where l.id in :letters order by l.id, d.id",
                                MailDelivery.class)
                        .setParameter("letters", letterIds)
                        .getResultList();
    }

    private boolean enqueue(MailDelivery copy, Instant now) {
        long id = Objects.requireNonNull(copy.id);
        return queue.scheduleIfNotExists(
                SendMail.TASK.instance(Long.toString(id)).data(new SendMail(id)).scheduledTo(now));
    }
}
