package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lays out what a query matches, as whichever of the four kinds; search and monitors show it alike. */
@ApplicationScoped
public class Matches {
    private final StatementCards cards;
    private final Articles articles;
    private final Claims claims;
    private final Stories stories;

    public Matches(StatementCards cards, Articles articles, Claims claims, Stories stories) {
        this.cards = cards;
        this.articles = articles;
        this.claims = claims;
        this.stories = stories;
    }

    /** In the order of the ids. */
    public Found found(ResultKind kind, List<Long> ids, Reader reader) {
        return switch (kind) {
            case STATEMENTS -> new Found(cards.of(ids, reader), List.of(), List.of(), List.of());
            case ARTICLES -> new Found(List.of(), articles.lines(ids, reader), List.of(), List.of());
            case CLAIMS -> new Found(List.of(), List.of(), claims.lines(ids, reader), List.of());
            case STORIES -> new Found(List.of(), List.of(), List.of(), stories.lines(ids, reader));
        };
    }
}
