package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the addresses that pages and feeds really hold: with spaces, umlauts, backslashes and without a scheme. */
public final class WebAddress {
    /** No browser and no server takes a longer one. */
    private static final int LONGEST = 8_192;

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(\\d{0,5}))?");
    private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

    private WebAddress() {}

    /**
     * An absolute http or https address as a URI, with everything that a URI must not hold percent-encoded.
     *
     * @param base absolute address of the page that holds the address
     */
    public static Optional<URI> resolve(URI base, String address) {
        String encoded = address.length() > LONGEST ? "" : encode(address.strip());
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            return checked(against(base, encoded));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As browsers do it where {@link URI#resolve} does not: queries alone, colons in a first segment, a doubled scheme. */
    private static URI against(URI base, String reference) throws URISyntaxException {
        if (reference.startsWith("?")) {
            return new URI(base.toString().replaceFirst("[?#].*", "") + reference);
        }
        String own = base.getScheme() + ":";
        boolean doubled = reference.startsWith(own) && !reference.startsWith(own + "//");
        String relative = doubled ? reference.substring(own.length()) : reference;
        if (relative.isEmpty() || relative.startsWith("#")) {
            return new URI(base.toString().replaceFirst("#.*", "") + relative);
        }
        return base.resolve(new URI(relative.startsWith(":") ? "./" + relative : relative));
    }

    /** Like {@link #resolve}, of an address that is absolute already. */
    public static Optional<URI> parse(String address) {
        try {
            return address.length() > LONGEST ? Optional.empty() : checked(new URI(encode(address.strip())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Host and port, the port even where it is the scheme's own: what politeness is measured by. */
    public static String hostAndPort(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + port;
    }

    private static Optional<URI> checked(URI address) throws URISyntaxException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        String authority = address.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            return Optional.empty();
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        Optional<String> hostAndPort = plain(authority);
        if (hostAndPort.isEmpty()) {
            return Optional.empty();
        }
        URI plain = new URI(scheme + "://" + hostAndPort.get() + rooted(path) + query + fragment);
        return plain.getHost() == null ? Optional.empty() : Optional.of(plain);
    }

    /** {@link URI#resolve} leaves the steps above the root that a browser drops. */
    private static String rooted(String path) {
        String rest = path;
        while (rest.startsWith("/../")) {
            rest = rest.substring(3);
        }
        return rest;
    }

    /** One spelling for each host, so that its robots.txt and its pause cannot be got round by writing it otherwise. */
    private static Optional<String> plain(String authority) {
        if (authority.contains("@")) {
            return Optional.of(authority);
        }
        String decoded = authority.contains("%") && !authority.startsWith("[")
                ? URLDecoder.decode(authority.replace("+", "%2B"), StandardCharsets.UTF_8)
                : authority;
        Matcher parts = HOST_AND_PORT.matcher(decoded);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(2) == null || parts.group(2).isEmpty() ? "" : ":" + parts.group(2);
        return HostName.read(parts.group(1)).map(host -> (host.contains(":") ? "[" + host + "]" : host) + port);
    }

    private static String encode(String address) {
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        boolean inQuery = false;
        boolean inFragment = false;
        for (int i = 0; i < address.length(); ) {
            int c = address.codePointAt(i);
            int length = Character.charCount(c);
            inQuery |= c == '?';
            if (c == '\n' || c == '\r' || c == '\t') {
                i += length;
                continue;
            }
            if (c == '\\' && !inQuery) {
                encoded.append('/');
            } else if ((c == '%' && !isEscape(address, i)) || (c == '#' && inFragment)) {
                encoded.append(c == '%' ? "%25" : "%23");
            } else if (c < 128
                    && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)
                    && !(isBracket(c) && encoded.indexOf("/", 8) > 0)) {
                encoded.append((char) c);
            } else {
                for (byte b : address.substring(i, i + length).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format("%02X", b));
                }
            }
            inFragment |= c == '#';
            i += length;
        }
        return encoded.toString();
    }

    /** Brackets belong to an IPv6 host at the start of an address and nowhere else. */
    private static boolean isBracket(int c) {
        return c == '[' || c == ']';
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
