package org.claimwatch.web.share;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.OutwardCard;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/** What the holder of a link sees: statements with their evidence, as the team judged them, and no way to anything else. */
public record SharedList(String name, String explained, List<OutwardCard> statements, Paging paging, When until) {
    /** A team's links; the one just made shows its address, once. */
    public record LinkList(
            Member member,
            long total,
            List<LinkLine> links,
            List<Choose> monitors,
            @Nullable String made,
            List<String> problems) {}

    /** One link, without its token, which is kept nowhere. */
    public record LinkLine(long id, String name, String query, String by, When until, boolean ended) {}

    /** A monitor whose list can be shared. */
    public record Choose(long id, String name) {}
}
