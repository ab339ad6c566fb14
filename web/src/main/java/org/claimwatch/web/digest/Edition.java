package org.claimwatch.web.digest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.web.mail.MailDelivery;
import org.claimwatch.web.words.DigestWords;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a digest with its copies, as its page and programs are told how it fared.
 *
 * @param wanted the addresses that still get the digest, in lower case
 */
record Edition(DigestIssue issue, List<MailDelivery> copies, Set<String> wanted) {
    /** What stands between a copy and its reader. */
    enum Trouble {
        BOUNCED,
        RETRIED,
        FAILED,
        WITHHELD;

        static Optional<Trouble> of(MailDelivery copy) {
            if (copy.bouncedAt != null) {
                return Optional.of(BOUNCED);
            }
            return switch (copy.state) {
                case PENDING -> copy.answer == null ? Optional.empty() : Optional.of(RETRIED);
                case SENT -> Optional.empty();
                case FAILED -> Optional.of(FAILED);
                case WITHHELD -> Optional.of(WITHHELD);
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String said() {
            return switch (this) {
                case BOUNCED -> DigestWords.SAY.cameBack();
                case RETRIED -> DigestWords.SAY.beingRetried();
                case FAILED -> DigestWords.SAY.notSent();
                case WITHHELD -> DigestWords.SAY.copyLeftOut();
            };
        }
    }

    /** @param answer what the mail server said, or why nothing was sent */
    record Troubled(
            String address, Trouble trouble, @Nullable String answer) {}

    List<Troubled> troubled() {
        return copies.stream()
                .flatMap(copy -> Trouble.of(copy)
                        .map(trouble -> new Troubled(
                                copy.address, trouble, trouble == Trouble.BOUNCED ? copy.bounceAnswer : copy.answer))
                        .stream())
                .toList();
    }

    /** How many the mail server took. */
    long taken() {
        return copies.stream()
                .filter(copy -> copy.state == MailDelivery.State.SENT)
                .count();
    }

    /** Whether something of it was given up that somebody still wants. */
    boolean again() {
        return issue.untold()
                || copies.stream()
                        .anyMatch(copy -> copy.state == MailDelivery.State.FAILED
                                && wanted.contains(copy.address.toLowerCase(Locale.ROOT)));
    }
}
