package org.claimwatch.common.outlet;

/** What keeps a feed from yielding, named so that a person knows whom to ask. */
public enum FeedTrouble {
    /** A page for robots came: a captcha, a bot wall, "access denied". */
    BLOCKED,
    CONSENT_WALL,
    PAY_WALL,
    /** The host's certificate has expired, is not for this host, or nobody known has signed it. */
    CERTIFICATE,
    UNKNOWN_HOST,
    /** No connection, or no complete answer in time. */
    UNREACHABLE,
    NOT_FOUND,
    GONE,
    FORBIDDEN,
    SERVER_ERROR,
    ASKED_TOO_OFTEN,
    /** By the host's robots.txt, or by our own rules of what may be fetched. */
    DISALLOWED,
    ROBOTS_UNREACHABLE,
    REDIRECT_LOOP,
    TOO_LARGE,
    /** The feed became a web page. */
    WEB_PAGE,
    UNREADABLE,
    /** A section page or sitemap on which nothing looks like an article any more. */
    NO_LINKS,
    /** It answers, and has announced nothing for far longer than it ever took. */
    STOPPED_YIELDING
}
