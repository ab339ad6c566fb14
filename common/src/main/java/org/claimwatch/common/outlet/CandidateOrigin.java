package org.claimwatch.common.outlet;

/** Where an address that may be a feed was met, in the order in which such addresses are looked at. */
public enum CandidateOrigin {
    /** It was given as the home page. */
    HOME_PAGE,
    /** The home page declares it to be a feed. */
    LINK_TAG,
    /** The home page has a link that reads like one to a feed. */
    LINK,
    /** robots.txt or a sitemap index names it, and its name says news. */
    NEWS_SITEMAP,
    /** Many outlets have their feed there. */
    COMMON_PATH,
    /** robots.txt or a sitemap index names it. */
    SITEMAP,
    /** The home page's navigation leads there. */
    SECTION
}
