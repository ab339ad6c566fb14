package org.claimwatch.web.outlet;

import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An outlet's home page as a person types it: {@code example.org} will do.
 *
 * @param spellings absolute addresses, the likeliest first
 */
record HomeAddress(List<String> spellings) {
    /** What two spellings of one address may differ in, as a regular expression. */
    static final String AROUND = "^https?://(www\\.)?|/+$";

    /** Empty where this can be no address of a page. */
    static Optional<HomeAddress> typed(String text) {
        String plain = text.strip();
        boolean schemed = plain.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !plain.matches("[^/]+:\\d+(/.*)?");
        List<String> written = schemed ? List.of(plain) : List.of("https://" + plain, "http://" + plain);
        List<String> spellings = written.stream()
                .flatMap(spelling -> absolute(spelling).stream())
                .toList();
        return spellings.isEmpty() ? Optional.empty() : Optional.of(new HomeAddress(spellings));
    }

    String first() {
        return spellings.getFirst();
    }

    /** Equal for the spellings of one address that lead to one page on every site. */
    static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceAll(AROUND, "");
    }

    private static Optional<String> absolute(String text) {
        var parts = text.split("://", 2);
        if (parts.length < 2 || !parts[0].matches("(?i)https?")) {
            return Optional.empty();
        }
        try {
            int end = parts[1].split("[/?#]", 2)[0].length();
            String host = IDN.toASCII(parts[1].substring(0, end), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
            String rest = parts[1].substring(end);
            URI uri = URI.create(
                    parts[0].toLowerCase(Locale.ROOT) + "://" + host + (rest.startsWith("/") ? rest : "/" + rest));
            boolean named = uri.getHost() != null
                    && (uri.getHost().contains(".") || uri.getHost().contains(":"));
            return named ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
