package org.claimwatch.web.reading;

import java.time.Instant;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.CountWords;

/** A story on one line: how many articles of how many outlets, and since when. */
public record StoryLine(Facts facts, When first, When last) {
    /** What can be counted of a story within a period. */
    public record Facts(long id, String title, long articles, long outlets, Instant first, Instant last) {}

    /**
     * A story that moved.
     *
     * @param before how many articles of it the period before has
     */
    public record Moved(StoryLine story, long before) {}

    public long id() {
        return facts.id();
    }

    public String title() {
        return facts.title();
    }

    public String articles() {
        return CountWords.SAY.articles(facts.articles());
    }

    public String outlets() {
        return CountWords.SAY.outlets(facts.outlets());
    }
}
