package org.claimwatch.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.atom.AtomFeed;
import org.claimwatch.web.atom.AtomFeed.Entry;
import org.claimwatch.web.mail.Seal;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Articles;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Results.Arrival;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Stories;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The matches of a query as entries, what arrived last first. A statement is known by its article, speaker and words: a new
 * analysis of the text, or a new version that still says so, does not make it another.
 */
@ApplicationScoped
class SearchFeed {
    private static final int MOST = 100;
    private static final Duration BACK = Duration.ofDays(30);
    private static final String PURPOSE = "search-entry";

    private final Results results;
    private final StatementCards cards;
    private final Articles articles;
    private final Claims claims;
    private final Stories stories;
    private final Seal seal;
    private final String base;

    SearchFeed(
            Results results,
            StatementCards cards,
            Articles articles,
            Claims claims,
            Stories stories,
            Seal seal,
            @ConfigProperty(name = "claimwatch.digest.address", defaultValue = "http://127.0.0.1:8080") URI address) {
        this.results = results;
        this.cards = cards;
        this.articles = articles;
        this.claims = claims;
        this.stories = stories;
        this.seal = seal;
        this.base = address.toString().replaceFirst("/+$", "");
    }

    AtomFeed of(ResultKind kind, Query query, Instant now) {
        var condition = query.condition(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT);
        List<Arrival> arrived = results.arrived(kind, condition, now.minus(BACK), MOST);
        Map<Long, Instant> at = arrived.stream().collect(Collectors.toMap(Arrival::id, Arrival::at));
        List<Long> ids = arrived.stream().map(Arrival::id).toList();
        var reader = new Reader(ZoneOffset.UTC, now, null);
        Stream<Entry> entries = switch (kind) {
            case STATEMENTS -> cards.of(ids, reader).stream().map(card -> entry(card, when(at, card.id())));
            case ARTICLES -> articles(ids, at, reader);
            case CLAIMS -> claims(ids, at, reader);
            case STORIES -> stories(ids, at, reader);
        };
        return new AtomFeed(
                seal.urn("search-feed", kind + "\n" + query.text()),
                query.explained(kind),
                base + "/",
                Instant.EPOCH,
                // One speaker may say the same twice in one article.
                entries
                        .collect(Collectors.toMap(
                                Entry::id, entry -> entry, (first, again) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList());
    }

    private Entry entry(StatementCard card, Instant at) {
        var source = card.source();
        return new Entry(
                id("statement", source.articleId() + "\n" + card.speaker().name() + "\n" + card.words()),
                "%s: %s".formatted(card.speaker().name(), card.words()),
                source.lang(),
                at,
                source.moment(),
                "%s, %s. %s".formatted(card.chainLine(), card.formWord(), source.title()),
                base + card.evidence(),
                source.followable() ? source.url() : null);
    }

    private Stream<Entry> articles(List<Long> versions, Map<Long, Instant> at, Reader reader) {
        return articles.lines(versions, reader).stream()
                .map(line -> new Entry(
                        id("article", Long.toString(line.id())),
                        line.title(),
                        line.lang(),
                        when(at, line.version()),
                        null,
                        "%s, %s.".formatted(line.outlet(), line.statements()),
                        "%s/articles/%d".formatted(base, line.id()),
                        null));
    }

    private Stream<Entry> claims(List<Long> ids, Map<Long, Instant> at, Reader reader) {
        return claims.lines(ids, reader).stream()
                .map(line -> new Entry(
                        id("claim", Long.toString(line.id())),
                        line.text(),
                        line.lang(),
                        when(at, line.id()),
                        null,
                        "First seen in %s.".formatted(line.facts().firstOutlet()),
                        "%s/claims/%d".formatted(base, line.id()),
                        null));
    }

    private Stream<Entry> stories(List<Long> ids, Map<Long, Instant> at, Reader reader) {
        return stories.lines(ids, reader).stream()
                .map(line -> new Entry(
                        id("story", Long.toString(line.id())),
                        line.title(),
                        null,
                        when(at, line.id()),
                        null,
                        "Told since %s.".formatted(line.first().iso()),
                        "%s/stories/%d".formatted(base, line.id()),
                        null));
    }

    private static Instant when(Map<Long, Instant> at, long id) {
        return Objects.requireNonNull(at.get(id), "not asked for");
    }

    private String id(String kind, String thing) {
        return seal.urn(PURPOSE, kind + "\n" + thing);
    }
}
