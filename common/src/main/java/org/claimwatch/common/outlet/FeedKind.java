package org.claimwatch.common.outlet;

/** The format in which a feed announces articles. */
public enum FeedKind {
    RSS,
    RDF,
    ATOM,
    JSON,
    NEWS_SITEMAP,
    SITEMAP,
    SECTION_PAGE
}
