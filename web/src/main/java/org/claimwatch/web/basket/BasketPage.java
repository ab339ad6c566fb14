package org.claimwatch.web.basket;

import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.Member;

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
        return "%s more in articles that have a newer version since, or were read anew and differently"
                .formatted(Counted.of(corrected, "statement"));
    }
}
