package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.claimwatch.web.security.TeamRows;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Signs what leaves the house in an address and comes back in one (HMAC-SHA256, RFC 2104), so that nothing has to be kept
 * for it: whoever shows a seal got it from us, for that one purpose.
 */
@ApplicationScoped
public class Seal {
    private static final String SEPARATOR = "\n";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** 128 bits: more than anybody guesses over a network. */
    private static final int BYTES = 16;

    private final TeamRows teams;
    private final Session session;
    private volatile byte @Nullable [] key;

    Seal(TeamRows teams, Session session) {
        this.teams = teams;
        this.session = session;
    }

    /** The parts in one word of an address; they can be read in it, and not changed. */
    public String seal(String purpose, List<String> parts) {
        byte[] content = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(mark(purpose, content));
    }

    /** The parts of what was sealed for this purpose; empty for anything else. */
    public Optional<List<String>> open(String purpose, String sealed) {
        int dot = sealed.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            byte[] shown = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(shown, mark(purpose, content))
                    ? Optional.of(List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For where case is lost and 64 characters are all there is, as before the @ of a mail address. */
    public String hexMark(String purpose, String content) {
        byte[] mark = mark(purpose, content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mark, 0, 10);
    }

    /**
     * A name for a thing that is the same for ever and nobody else's: of this instance's key, in the form of a UUID of
     * version 8 (RFC 9562).
     */
    public String urn(String purpose, String content) {
        ByteBuffer bits = ByteBuffer.wrap(mark(purpose, content.getBytes(StandardCharsets.UTF_8)));
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return "urn:uuid:" + new UUID(high, low);
    }

    private byte[] mark(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = teams.onRounds(() -> session.createNativeQuery("select key from mail_key", byte[].class)
                    .getSingleResult());
            key = known;
        }
        return known;
    }
}
