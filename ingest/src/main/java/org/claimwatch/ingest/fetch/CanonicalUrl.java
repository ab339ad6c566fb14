package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One spelling for each article's address, however it was linked. */
public final class CanonicalUrl {
    /** Says where a reader came from, never which article is meant. */
    private static final Pattern TRACKING = Pattern.compile(
            "(utm_|at_|mc_|pk_|mtm_|piwik_|hsa_|_hs|vero_|oly_|wt_|ns_|sc_|itm_|stm_|icid|ito$|cmp$|cmpid$|cid$|ncid$|ocid$|smid$|smtyp$|fbclid$|gclid|gbraid$|wbraid$|dclid$|msclkid$|twclid$|igshid$|igsh$|yclid$|ysclid$|mkt_tok$|_ga$|_gl$|srnd$|partner$|ref$|referrer$|referer$|ref_src$|ref_url$|source$|src$|feature$|rss$|feed$|xtor$|xtref$|spm$|share$|sharetype$|shared$|from$|ftag$|taid$|guccounter$|guce_|intcmp$|intcid$|traffic_source$|__twitter_impression$|amp$|amp_|outputtype$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AMP_CACHE =
            Pattern.compile("^https?://[^/]+\\.cdn\\.ampproject\\.org/[cvwi]/(s/)?(.+)$");
    private static final Pattern GOOGLE_AMP = Pattern.compile("^https?://(?:www\\.)?google\\.[a-z.]+/amp/(s/)?(.+)$");

    private CanonicalUrl() {}

    /** Empty where this is no http or https address. */
    public static Optional<String> of(String address) {
        return WebAddress.parse(unwrapped(address.strip())).map(CanonicalUrl::canonical);
    }

    /** The page that an AMP cache holds a copy of. */
    private static String unwrapped(String address) {
        for (Pattern cache : new Pattern[] {AMP_CACHE, GOOGLE_AMP}) {
            var match = cache.matcher(address);
            if (match.matches()) {
                return (match.group(1) == null ? "http://" : "https://") + match.group(2);
            }
        }
        return address;
    }

    private static String canonical(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean ownPort =
                address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        String path = address.getRawPath().replaceAll("/{2,}", "/");
        String query = query(address.getRawQuery());
        return address.getScheme() + "://" + host + (ownPort ? "" : ":" + address.getPort()) + path
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        return Arrays.stream(raw.split("&", -1))
                .filter(pair -> !pair.isEmpty()
                        && !TRACKING.matcher(pair.split("=", 2)[0]).lookingAt())
                .collect(Collectors.joining("&"));
    }
}
