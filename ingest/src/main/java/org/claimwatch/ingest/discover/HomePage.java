package org.claimwatch.ingest.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.ingest.fetch.PageTree;
import org.jsoup.nodes.Document;

/**
 * A front page as one reads it to watch the outlet: who publishes it, and which addresses may be its feeds.
 *
 * @param leads in the order in which they are worth a look, each address once
 */
record HomePage(Imprint imprint, List<Lead> leads) {
    /** Many sites have their feed at one of these; few, because each guess costs the host a request. */
    private static final List<String> COMMON_PATHS =
            List.of("/feed", "/rss.xml", "/rss", "/feed.xml", "/atom.xml", "/feed.json", "/news-sitemap.xml");

    private static final String SITEMAP = "/sitemap.xml";

    /**
     * @param address where the page came from
     * @param sitemaps those that its host's robots.txt names
     */
    static HomePage read(String html, URI address, List<String> sitemaps) {
        Document page = PageTree.parse(html, address.toString());
        FeedLinks feeds = FeedLinks.of(page);
        List<Lead> leads = new ArrayList<>();
        feeds.declared().forEach(url -> leads.add(new Lead(url, CandidateOrigin.LINK_TAG)));
        feeds.linked().forEach(url -> leads.add(new Lead(url, CandidateOrigin.LINK)));
        leads.addAll(Sitemaps.pick(sitemaps));
        for (String path : COMMON_PATHS) {
            leads.add(new Lead(address.resolve(path).toString(), CandidateOrigin.COMMON_PATH));
        }
        if (sitemaps.isEmpty()) {
            leads.add(new Lead(address.resolve(SITEMAP).toString(), CandidateOrigin.SITEMAP));
        }
        SectionLinks.of(page, address).forEach(url -> leads.add(new Lead(url, CandidateOrigin.SECTION)));
        return new HomePage(ImprintReader.read(page, address), once(leads));
    }

    private static List<Lead> once(List<Lead> leads) {
        Map<String, Lead> byUrl = new LinkedHashMap<>();
        leads.forEach(lead -> byUrl.putIfAbsent(lead.url(), lead));
        return List.copyOf(byUrl.values());
    }
}
