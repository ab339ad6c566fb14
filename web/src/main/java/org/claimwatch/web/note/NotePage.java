package org.claimwatch.web.note;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.security.Member;

/** A team's tags and its newest notes. */
record NotePage(Member member, List<TagLine> tags, List<NoteLine> notes, Paging paging) {
    record TagLine(long id, String name, long uses) {}

    record NoteLine(long id, String body, String by, When at, String words, String lang, String href) {}

    /** Everything that carries one tag. */
    record TagPage(
            Member member,
            TagLine tag,
            List<StatementCard> statements,
            List<ClaimLine> claims,
            List<ArticleLine> articles) {}

    record ArticleLine(long id, String title, String lang, String outlet) {}
}
