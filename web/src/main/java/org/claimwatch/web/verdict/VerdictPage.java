package org.claimwatch.web.verdict;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.reading.ClaimVerdict;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/**
 * A team's verdicts.
 *
 * @param published the address that anybody may read them at; null while it is closed
 */
record VerdictPage(
        Member member,
        List<ClaimVerdict> verdicts,
        Paging paging,
        @Nullable String published) {
    /**
     * The same for whoever has the address.
     *
     * @param jsonLd those of this page as ClaimReview
     */
    record Published(String name, List<ClaimVerdict> verdicts, Paging paging, String feed, String jsonLd) {}
}
