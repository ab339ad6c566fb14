package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for each article's address, however it was linked; it can be fetched, since nothing is guessed.
 *
 * <p>What may differ for one article without the address saying so (http or https, the copy for phones, a slug) is
 * left to {@link AddressKey}, which names articles and is never fetched.
 */
public final class CanonicalUrl {
    private static final Pattern AMP_CACHE = Pattern.compile(
            "https?://[^/?#]+\\.(?:cdn\\.ampproject\\.(?:org|net)|bing-amp\\.com)/(?:[a-z]{1,3}/)?(s/)?([^/?#]+\\.[^/?#]+.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOOGLE_AMP =
            Pattern.compile("https?://(?:www\\.)?google\\.[a-z.]+/amp/(s/)?(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SESSION_IN_PATH =
            Pattern.compile(";(?:jsessionid|phpsessid|sid)=[^/;?]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private CanonicalUrl() {}

    /** Empty where this is no http or https address. */
    public static Optional<String> of(String address) {
        return WebAddress.parse(unwrapped(address.strip())).map(CanonicalUrl::canonical);
    }

    /** The page that an AMP cache holds a copy of. */
    private static String unwrapped(String address) {
        for (Pattern cache : new Pattern[] {AMP_CACHE, GOOGLE_AMP}) {
            Matcher match = cache.matcher(address);
            if (match.matches()) {
                return (match.group(1) == null ? "http://" : "https://") + match.group(2);
            }
        }
        return address;
    }

    private static String canonical(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean ownPort =
                address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        String path = path(address.getRawPath());
        String query = query(address.getRawQuery(), ArticlePath.of(path).namesAnArticle());
        return address.getScheme() + "://" + host + (ownPort ? "" : ":" + address.getPort()) + path
                + (query.isEmpty() ? "" : "?" + query) + route(address.getRawFragment());
    }

    private static String path(String raw) {
        String bare = SESSION_IN_PATH.matcher(raw).replaceAll("");
        return withoutDots(escapes(bare).replaceAll("/{2,}", "/"));
    }

    /** RFC 3986, 6.2.2: what needs no escape has none, and the others are in upper case. */
    private static String escapes(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            boolean unreserved = (c < 128 && Character.isLetterOrDigit(c)) || "-._~".indexOf(c) >= 0;
            return Matcher.quoteReplacement(
                    unreserved ? Character.toString(c) : match.group().toUpperCase(Locale.ROOT));
        });
    }

    /** RFC 3986, 5.2.4. */
    private static String withoutDots(String path) {
        var segments = new java.util.ArrayDeque<String>();
        String[] all = path.split("/", -1);
        for (int i = 1; i < all.length; i++) {
            boolean last = i == all.length - 1;
            if (all[i].equals("..")) {
                segments.pollLast();
            } else if (!all[i].equals(".")) {
                segments.add(all[i]);
                continue;
            }
            if (last) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }

    /** In the order of the page: some servers mind it. */
    private static String query(@Nullable String raw, boolean pathNamesArticle) {
        if (raw == null) {
            return "";
        }
        return Arrays.stream(raw.split("&", -1))
                .filter(pair -> !pair.isEmpty()
                        && !pair.startsWith("=")
                        && !TrackingParameters.KNOWN.contains(pair, pathNamesArticle))
                .map(CanonicalUrl::escapes)
                .collect(Collectors.joining("&"));
    }

    /** A fragment names a place on the page, but for the sites whose script reads the article's route from it. */
    private static String route(@Nullable String fragment) {
        return fragment != null && fragment.matches("!/?[^/].*") ? "#" + fragment : "";
    }
}
