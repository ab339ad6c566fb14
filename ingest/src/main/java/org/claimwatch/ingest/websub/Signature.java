package org.claimwatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a push comes from who knows the secret (WebSub, 8); SHA-1 is not believed any more. */
final class Signature {
    private static final Pattern HEADER = Pattern.compile("(sha256|sha384|sha512)=([0-9a-fA-F]{64,128})");

    private Signature() {}

    /** @param header the value of {@code X-Hub-Signature}, null where there is none */
    static boolean isGood(@Nullable String header, byte[] body, String secret) {
        Matcher parts = HEADER.matcher(header == null ? "" : header.strip());
        if (!parts.matches() || parts.group(2).length() % 2 != 0) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(parts.group(2));
        return MessageDigest.isEqual(given, mac(parts.group(1), body, secret));
    }

    private static byte[] mac(String method, byte[] body, String secret) {
        try {
            String algorithm = "Hmac" + method.toUpperCase(Locale.ROOT);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-2", e);
        }
    }
}
