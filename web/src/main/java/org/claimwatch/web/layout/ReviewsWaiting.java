package org.claimwatch.web.layout;

import org.claimwatch.web.security.Member;

/** How many readings wait for one person's review: asked for each page, and answered by what knows the queue. */
public interface ReviewsWaiting {
    Total of(Member member, long account);
}
