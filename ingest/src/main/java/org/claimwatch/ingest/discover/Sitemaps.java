package org.claimwatch.ingest.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.ingest.fetch.WebAddress;

/** Picks the few sitemaps that are worth a look: a site may name thousands, most of them of its past. */
final class Sitemaps {
    private static final Pattern NEWS = Pattern.compile("(?i)news|latest|recent|breaking|noticia|nachricht|actualit");
    private static final int MOST_NEWS = 4;
    private static final int MOST_OTHERS = 2;

    private Sitemaps() {}

    /**
     * The ones about news first.
     *
     * @param addresses the ones that changed last first, where that is known
     */
    static List<Lead> pick(List<String> addresses) {
        List<URI> sitemaps = addresses.stream()
                .flatMap(address -> WebAddress.parse(address).stream())
                .toList();
        List<Lead> leads = new ArrayList<>();
        take(leads, sitemaps, CandidateOrigin.NEWS_SITEMAP, MOST_NEWS);
        take(leads, sitemaps, CandidateOrigin.SITEMAP, MOST_OTHERS);
        return leads;
    }

    private static void take(List<Lead> leads, List<URI> from, CandidateOrigin origin, int most) {
        boolean news = origin == CandidateOrigin.NEWS_SITEMAP;
        from.stream()
                .filter(url -> NEWS.matcher(String.valueOf(url.getPath())).find() == news)
                .limit(most)
                .forEach(url -> leads.add(new Lead(url.toString(), origin)));
    }
}
