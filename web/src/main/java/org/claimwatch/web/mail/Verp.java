package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks each copy, in the address that its bounce goes to (VERP, Bernstein 1997) and in a header, so that a bounce tells
 * which copy it is about; the mark is signed, because anybody can write a bounce.
 */
@ApplicationScoped
class Verp {
    static final String HEADER = "X-Claimwatch-Copy";

    private static final String PURPOSE = "bounce";
    private static final Pattern MARK = Pattern.compile("(\\d{1,18})-([0-9a-f]{20})");

    private final Seal seal;
    private final MailConfig config;

    Verp(Seal seal, MailConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /** Null where the instance has no address for bounces. */
    @Nullable String of(long deliveryId) {
        Optional<String> address = config.bounceAddress();
        if (address.isEmpty()) {
            return null;
        }
        int at = address.get().lastIndexOf('@');
        return address.get().substring(0, at) + "+" + mark(deliveryId)
                + address.get().substring(at);
    }

    String mark(long deliveryId) {
        return deliveryId + "-" + seal.hexMark(PURPOSE, Long.toString(deliveryId));
    }

    /** The copy that a text bears the mark of; what is not signed by us is not seen. */
    OptionalLong copyIn(String text) {
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (seal.hexMark(PURPOSE, mark.group(1)).equals(mark.group(2))) {
                return OptionalLong.of(Long.parseLong(mark.group(1)));
            }
        }
        return OptionalLong.empty();
    }
}
