package org.claimwatch.web.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464) about a copy of ours. Anybody can send one, so it counts only with the mark that
 * we signed, in the address it was sent to or in the headers that it returns.
 *
 * @param copyId whose copy came back
 * @param status enhanced status code (RFC 3463), such as 5.1.1
 * @param answer what the refusing server said, for a person to read
 */
record Bounce(long copyId, String status, String answer) {
    private static final int LONGEST_PART = 64 * 1024;
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_ANSWER = 300;
    private static final List<String> ADDRESSED = List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");

    /** Trying again would change nothing. */
    boolean hard() {
        return status.startsWith("5.");
    }

    /** Empty where it is no notification, tells of no failure, or is not about a copy of ours. */
    static Optional<Bounce> read(MimeMessage message, Verp verp) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        OptionalLong copy = marked(message, verp);
        String report = null;
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                report = text(part);
            } else if (copy.isEmpty()
                    && (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))) {
                copy = verp.copyIn(headersOf(text(part)));
            }
        }
        if (copy.isEmpty() || report == null) {
            return Optional.empty();
        }
        long id = copy.getAsLong();
        return failure(report).map(fields -> new Bounce(id, fields.status(), fields.answer()));
    }

    private record Failure(String status, String answer) {}

    /** The first group of fields that tells of a failed recipient. */
    private static Optional<Failure> failure(String report) throws MessagingException {
        for (String group : report.split("\n[ \t]*\n", -1)) {
            var fields = new InternetHeaders(
                    new ByteArrayInputStream((group.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
            String action = value(fields, "Action");
            if (action != null && action.toLowerCase(Locale.ROOT).startsWith("failed")) {
                String status = Optional.ofNullable(value(fields, "Status")).orElse("");
                String words =
                        Optional.ofNullable(value(fields, "Diagnostic-Code")).orElse("no reason given");
                return Optional.of(new Failure(
                        status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}.*") ? status.split("\\s", -1)[0] : "0.0.0",
                        words.substring(0, Math.min(words.length(), LONGEST_ANSWER))));
            }
        }
        return Optional.empty();
    }

    private static OptionalLong marked(MimeMessage message, Verp verp) throws MessagingException {
        var addresses = new ArrayList<String>();
        for (String name : ADDRESSED) {
            String[] values = message.getHeader(name);
            Collections.addAll(addresses, values == null ? new String[0] : values);
        }
        return verp.copyIn(String.join("\n", addresses));
    }

    /** A returned mail's body is other people's words: only its headers are looked at. */
    private static String headersOf(String mail) {
        return mail.split("\n\n", 2)[0];
    }

    private static @Nullable String value(InternetHeaders fields, String name) {
        for (Header header : Collections.list(fields.getAllHeaders())) {
            if (header.getName().equalsIgnoreCase(name)) {
                return header.getValue()
                        .replaceFirst("^(?i)(smtp|rfc822)\\s*;", "")
                        .strip()
                        .replaceAll("\\s+", " ");
            }
        }
        return null;
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            // In Java's patterns one line's end can pass for two.
            return new String(in.readNBytes(LONGEST_PART), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
