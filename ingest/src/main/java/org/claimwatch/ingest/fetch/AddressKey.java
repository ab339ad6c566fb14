package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names an outlet's article by its address, so that two addresses of one article have one key. It is compared, never
 * fetched: a key may be no address at all.
 *
 * <p>Left out is what a copy of the same page has: the scheme, {@code www.} and the hosts, paths and parameters of AMP,
 * phones and printing, index files, a last slash, the order of parameters, and the slug beside a long number. Two
 * different articles must never share a key, so whatever could be a date, a page or a section stays.
 */
public final class AddressKey {
    private static final Set<String> COPY_HOSTS =
            Set.of("www", "m", "mobile", "mobil", "amp", "wap", "touch", "print", "www2", "beta");

    private static final String COPY =
            "amp|amphtml|print|print-version|printable|drucken|druckversion|imprimir|imprimer";
    private static final Pattern AT_END = Pattern.compile("(?<=/[^/]{1,500})/(?:" + COPY + ")/?$");
    private static final Pattern AT_START = Pattern.compile("^/(?:amp|m|mobile|print)(?=/)");
    private static final Pattern ENDING = Pattern.compile("\\.amp(?=\\.html?$)|\\.amp$");
    private static final Pattern INDEX = Pattern.compile("/(?:index|default)\\.(?:s?html?|php|aspx?|jsp)$");

    private static final Pattern COPY_PAIR = Pattern.compile(
            "(?:print|printable|printversion|print_view|printerfriendly|mobile|single_?page|fullpage|showall|amp)"
                    + "(?:=(?:1|true|yes|y|on|all|)?)?"
                    + "|(?:view|mode|output|format|type|layout|style|version|template|display)=(?:print|printable|amp|mobile|single|singlepage)"
                    + "|(?:page|pagewanted|seite)=(?:all|print)"
                    + "|m=1",
            Pattern.CASE_INSENSITIVE);

    private AddressKey() {}

    /** Empty where this is no http or https address. */
    public static Optional<String> of(String address) {
        return CanonicalUrl.of(address).flatMap(WebAddress::parse).map(AddressKey::key);
    }

    private static String key(URI address) {
        String path = path(address.getRawPath());
        String query = query(address.getRawQuery());
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        String host = host(String.valueOf(address.getHost()))
                + (address.getPort() < 0 || address.getPort() == 443 || address.getPort() == 80
                        ? ""
                        : ":" + address.getPort());
        ArticlePath article = ArticlePath.of(path);
        String named = article.number()
                .map(number -> article.directory() + "*" + number)
                .orElse(path);
        return host + named + (query.isEmpty() ? "" : "?" + query) + fragment;
    }

    /** A host without the labels of copies in front of what was registered. */
    private static String host(String host) {
        String site = Site.ofHost(host);
        if (!host.endsWith("." + site)) {
            return host;
        }
        String before = host.substring(0, host.length() - site.length() - 1);
        String kept = Arrays.stream(before.split("\\."))
                .filter(label -> !COPY_HOSTS.contains(label))
                .collect(Collectors.joining("."));
        return kept.isEmpty() ? site : kept + "." + site;
    }

    /** The path of the article that the path of a copy is about. */
    static String path(String raw) {
        String path = INDEX.matcher(raw).replaceFirst("/");
        path = AT_END.matcher(path).replaceFirst("");
        path = ENDING.matcher(path).replaceFirst("");
        String inner = AT_START.matcher(path).replaceFirst("");
        if (ArticlePath.of(inner).namesAnArticle()) {
            path = inner;
        }
        return path.length() > 1 ? path.replaceFirst("/+$", "") : path;
    }

    private static String query(@Nullable String raw) {
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&", -1))
                        .filter(pair -> !COPY_PAIR.matcher(pair).matches())
                        .map(pair -> pair.endsWith("=") ? pair.substring(0, pair.length() - 1) : pair)
                        .map(AddressKey::lowerName)
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static String lowerName(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals).toLowerCase(Locale.ROOT) + pair.substring(equals);
    }
}
