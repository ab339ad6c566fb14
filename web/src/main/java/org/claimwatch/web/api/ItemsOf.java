package org.claimwatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.Named;
import org.claimwatch.web.api.Items.PlaceItem;
import org.claimwatch.web.api.Items.SideItem;
import org.claimwatch.web.api.Items.SpanItem;
import org.claimwatch.web.api.Items.SpeakerItem;
import org.claimwatch.web.api.Items.StanceItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.Items.StoryItem;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.reading.StoryLine;
import org.jspecify.annotations.Nullable;

/** Lays out for programs what pages lay out for people, from the same readings. */
@ApplicationScoped
public class ItemsOf {
    private final Questions questions;
    private final StatementCards cards;
    private final Claims claims;
    private final Stories stories;
    private final Rows rows;

    ItemsOf(Questions questions, StatementCards cards, Claims claims, Stories stories, Rows rows) {
        this.questions = questions;
        this.cards = cards;
        this.claims = claims;
        this.stories = stories;
        this.rows = rows;
    }

    private record SpanRow(long statementId, int spanStart, int spanEnd) {}

    public List<StatementItem> statements(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<SpanItem>> spans = rows.list(SpanRow.class, """
                        select statement_id, span_start, span_end from statement_content_span
                        where statement_id in (:ids) order by statement_id, ordinal
                        """, Map.of("ids", ids)).stream()
                .collect(Collectors.groupingBy(
                        SpanRow::statementId,
                        Collectors.mapping(row -> new SpanItem(row.spanStart(), row.spanEnd()), Collectors.toList())));
        return cards.of(ids, questions.reader()).stream()
                .map(card -> statement(card, spans.getOrDefault(card.id(), List.of())))
                .toList();
    }

    public List<ClaimItem> claims(Collection<Long> ids) {
        return claims.lines(ids, questions.reader()).stream()
                .map(ItemsOf::claim)
                .toList();
    }

    public List<StoryItem> stories(Collection<Long> ids) {
        return stories.lines(ids, questions.reader()).stream()
                .map(ItemsOf::story)
                .toList();
    }

    private record ArticleRow(
            long versionId,
            long id,
            int number,
            String title,
            String url,
            @Nullable String language,
            long outletId,
            String outlet,
            Instant at,
            boolean dayOnly,
            long statements) {}

    /** By the ids of their versions. */
    public List<ArticleItem> articles(Collection<Long> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<Long, ArticleRow> found = rows.list(ArticleRow.class, """
                        select v.id as version_id, a.id, v.number, v.title, a.url, v.language, o.id as outlet_id,
                               o.name as outlet, v.told_at as at, v.published_day_only as day_only,
                               (select count(*) from statement s where s.article_version_id = v.id) as statements
                        from article_version v join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
                        where v.id in (:versions)
                        """, Map.of("versions", versions)).stream()
                .collect(Collectors.toMap(ArticleRow::versionId, Function.identity()));
        return versions.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(row -> new ArticleItem(
                        row.id(),
                        row.number(),
                        row.title(),
                        row.url(),
                        row.language(),
                        new Named(row.outletId(), row.outlet()),
                        row.at(),
                        row.dayOnly(),
                        row.statements(),
                        "/articles/" + row.id()))
                .toList();
    }

    public static StanceItem stance(StanceSign stance) {
        return new StanceItem(stance.css(), stance.target(), stance.confidence().value());
    }

    public static ClaimItem claim(ClaimLine line) {
        var facts = line.facts();
        return new ClaimItem(
                facts.id(),
                facts.text(),
                facts.language(),
                facts.checkWorthy(),
                facts.asserts(),
                facts.denies(),
                facts.doubtful(),
                facts.outlets(),
                facts.origins(),
                facts.doubtfulOutlets(),
                facts.firstSeen(),
                facts.firstDayOnly(),
                facts.firstOutlet(),
                facts.lastSeen(),
                facts.confidence(),
                "/claims/" + facts.id());
    }

    public static StoryItem story(StoryLine line) {
        var facts = line.facts();
        return new StoryItem(
                facts.id(),
                facts.title(),
                facts.articles(),
                facts.outlets(),
                facts.first(),
                facts.last(),
                "/stories/" + facts.id());
    }

    private static StatementItem statement(StatementCard card, List<SpanItem> spans) {
        var source = card.source();
        var side = card.side();
        return new StatementItem(
                card.id(),
                new SpeakerItem(
                        card.speaker().actorId(),
                        card.speaker().name(),
                        card.speaker().affiliation(),
                        card.speaker().readAs()),
                card.form().name().toLowerCase(Locale.ROOT),
                card.words(),
                card.cue(),
                spans,
                card.chain(),
                card.confidence().value(),
                card.stances().stream().map(ItemsOf::stance).toList(),
                new Named(source.outletId(), source.outlet()),
                new PlaceItem(
                        source.articleId(),
                        source.version(),
                        source.title(),
                        source.url(),
                        source.lang().isEmpty() ? null : source.lang()),
                source.moment(),
                source.dayOnly(),
                side == null
                        ? null
                        : new SideItem(
                                side.claim().id(),
                                side.claim().text(),
                                side.denies() ? "denies" : "asserts",
                                side.confidence().value()),
                card.evidence());
    }
}
