package org.claimwatch.web.basket;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.NoteWords;

/**
 * A person's basket.
 *
 * @param corrected how many of its statements stand in a version that has been replaced since
 */
public record BasketPage(Member member, Paging paging, long corrected, List<StatementCard> statements, Ticks ticks) {
    public String home() {
        return member.home() + "/basket";
    }

    public String correctedSentence() {
        return NoteWords.SAY.corrected(corrected);
    }
}
