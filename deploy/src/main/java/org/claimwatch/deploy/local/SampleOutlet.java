package org.claimwatch.deploy.local;

import java.util.List;

/** The outlets of the sample press and where each announces its articles; all else about them is in articles.jsonl. */
public enum SampleOutlet {
    HALYARD("halyard.example", "/sitemap-news.xml"),
    KARETHI_TELEGRAPH_AGENCY("kta.example", "/rss.xml"),
    DALMARA_ONE("dalmaraone.example", "/feeds/all.atom"),
    BRENNHAVEN_COURIER("brennhavencourier.example", "/feed.json"),
    COUNTING_HOUSE("countinghouse.example", "/rss.rdf"),
    /** Has no feed: its section pages announce what is new. */
    SABLE_HARBOUR_GAZETTE("sableharbourgazette.example", "/news/harbour/index.htm", "/news/national/index.htm"),
    SADA_AL_MASABB("sada-almasabb.example", "/rss.xml"),
    LINDMARKER_ABENDBOTE("abendbote.example", "/rss/alle.xml");

    final String domain;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that nothing can change.
    final List<String> feeds;

    SampleOutlet(String domain, String... feeds) {
        this.domain = domain;
        this.feeds = List.of(feeds);
    }

    String base(Ports ports) {
        return "http://127.0.0.1:" + ports.outlets().get(this);
    }
}
