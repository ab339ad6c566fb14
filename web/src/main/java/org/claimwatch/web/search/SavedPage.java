package org.claimwatch.web.search;

import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** The searches that were kept. */
record SavedPage(Member member, List<SavedLine> own, List<SavedLine> shared) {
    /**
     * One of them.
     *
     * @param remove where a form leads that removes it; null where the viewer may not
     */
    record SavedLine(
            String name,
            String href,
            String query,
            String sentence,
            String by,
            When at,
            @Nullable String remove) {}

    /** What one fills in to keep a search. */
    record SaveForm(Member member, String name, Asked asked, boolean forTeam, List<String> problems) {
        public String sentence() {
            return asked.sentence();
        }

        public String back() {
            return asked.address().toString();
        }
    }

    public boolean isEmpty() {
        return own.isEmpty() && shared.isEmpty();
    }
}
