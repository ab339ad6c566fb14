package org.claimwatch.web.reading;

import java.util.List;
import org.claimwatch.web.layout.When;

/** What the reader's team wrote beside a statement, a claim or an article. */
public record Margin(On on, long of, List<TagOn> tags, List<NoteOn> notes) {
    /** What can be written beside. */
    public enum On {
        STATEMENT,
        CLAIM,
        ARTICLE
    }

    public record TagOn(long id, String name) {}

    public record NoteOn(long id, String by, String body, When at, boolean own) {}

    public static Margin empty(On on, long of) {
        return new Margin(on, of, List.of(), List.of());
    }
}
