package org.claimwatch.web.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.news.NewsItem.Kind;
import org.claimwatch.web.news.NewsItem.StoryOf;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;

/**
 * Finds what happened within a period: claims that were new, claims that came to be denied, speakers who turned round.
 * Doubtful readings count nowhere, nor does what the team rejected or said to be otherwise; a text that was stored long ago and
 * is only analysed anew is no news.
 */
@ApplicationScoped
public class News {
    private static final Duration FRESH = Duration.ofDays(7);
    private static final int MOST = 1000;

    /** oc: another statement's part in a claim, read as surely and still current; os: that statement. */
    private static final String OTHER = """
            from told_statement oc join statement os on os.id = oc.statement_id
            where oc.sure and %s
            """.formatted(Condition.standingOfClaim("oc.statement_id"));

    private static final String DENIED = """
            select told.claim_id %1$s where (%%s) and exists (
              select %2$s and oc.claim_id = told.claim_id and oc.denies <> told.denies
                and lower(os.speaker_name) <> lower(s.speaker_name))
            group by told.claim_id order by max(%3$s) desc, told.claim_id limit %4$d
            """.formatted(Statements.FROM, OTHER, Statements.AT, MOST);

    private static final String CONTRARY = """
            select told.claim_id, other.claim_id as other_id, max(told.statement_id) as newer, max(other.statement_id) as older
            %1$s join claim_relation r on r.kind = 'CONTRADICTS' and r.confidence >= likely()
                                     and told.claim_id in (r.from_claim_id, r.to_claim_id)
            cross join lateral (
              select oc.claim_id, os.id as statement_id %2$s and not oc.denies
                and oc.claim_id = case when r.from_claim_id = told.claim_id then r.to_claim_id else r.from_claim_id end
                and lower(os.speaker_name) <> lower(s.speaker_name)
              order by os.confidence desc, os.id limit 1) other
            where not told.denies and (%%s)
            group by 1, 2 order by max(%3$s) desc, 1, 2 limit %4$d
            """.formatted(Statements.FROM, OTHER, Statements.AT, MOST);

    private static final String TURNED = """
            select distinct on (told.claim_id, told.speaker_id, told.denies)
                   told.claim_id, told.speaker_id as actor_id, cs.polarity, told.statement_id as newer,
                   other.statement_id as older
            %1$s cross join lateral (
              select os.id as statement_id %2$s and oc.claim_id = told.claim_id and oc.denies <> told.denies
                and oc.speaker_id = told.speaker_id and oc.article_id <> told.article_id
                and oc.precedence < told.precedence and %4$s
              order by oc.precedence desc, os.id desc limit 1) other
            where %5$s and (%%s)
            order by told.claim_id, told.speaker_id, told.denies, told.precedence, told.statement_id limit %3$d
            """.formatted(
                    Statements.FROM,
                    OTHER,
                    MOST,
                    Condition.spokenAsRead("oc.statement_id"),
                    Condition.spokenAsRead("told.statement_id"));

    private final Claims claims;
    private final Rows rows;

    News(Claims claims, Rows rows) {
        this.claims = claims;
        this.rows = rows;
    }

    private record Contrary(long claimId, long otherId, long newer, long older) {}

    private record Turned(long claimId, long actorId, String polarity, long newer, long older) {}

    private record Told(long claimId, long storyId, String title) {}

    /** Within a team's sight. The weightiest first; a claim that came to be denied is not told as new besides. */
    public List<NewsItem> of(Condition matching, Instant from, Instant to) {
        Condition fresh = matching.and(Condition.CONFIDENT)
                .and(Condition.STANDING_OF_CLAIM)
                .and(Condition.of("v.fetched_at >= :stored_from", "stored_from", storedSince(from)));
        var items = new LinkedHashMap<String, NewsItem>();
        add(items, contradictions(fresh.and(readIn(from, to))));
        add(items, reversals(fresh.and(readIn(from, to))));
        Set<Long> weightier = items.values().stream().map(NewsItem::claimId).collect(Collectors.toSet());
        claims.first(fresh.and(Condition.claimCreatedIn(from, to)), Demand.NONE, Order.WORTH, MOST).stream()
                .filter(claim -> !weightier.contains(claim))
                .forEach(claim -> add(items, List.of(item(Kind.NEW_CLAIM, "claim:" + claim, claim, List.of()))));
        return inStories(List.copyOf(items.values()));
    }

    /** What was stored before is no news, however late it is read. */
    public static Instant storedSince(Instant from) {
        return from.minus(FRESH);
    }

    private static Condition readIn(Instant from, Instant to) {
        return new Condition(
                "v.analysed_at >= :read_from and v.analysed_at < :read_to", Map.of("read_from", from, "read_to", to));
    }

    private List<NewsItem> contradictions(Condition condition) {
        var found = new ArrayList<NewsItem>();
        rows.longs(DENIED.formatted(condition.sql()), condition.parameters())
                .forEach(claim -> found.add(item(Kind.CONTRADICTION, "denied:" + claim, claim, List.of())));
        for (Contrary row : rows.list(Contrary.class, CONTRARY.formatted(condition.sql()), condition.parameters())) {
            String key = "contrary:%d-%d"
                    .formatted(Math.min(row.claimId(), row.otherId()), Math.max(row.claimId(), row.otherId()));
            found.add(new NewsItem(
                    Kind.CONTRADICTION, key, row.claimId(), row.otherId(), List.of(row.older(), row.newer()), null));
        }
        return found;
    }

    private List<NewsItem> reversals(Condition condition) {
        return rows.list(Turned.class, TURNED.formatted(condition.sql()), condition.parameters()).stream()
                .map(row -> item(
                        Kind.REVERSAL,
                        "turned:%d-%d-%s".formatted(row.actorId(), row.claimId(), row.polarity()),
                        row.claimId(),
                        List.of(row.older(), row.newer())))
                .toList();
    }

    private static NewsItem item(Kind kind, String key, long claimId, List<Long> evidence) {
        return new NewsItem(kind, key, claimId, null, evidence, null);
    }

    private static void add(Map<String, NewsItem> items, List<NewsItem> found) {
        found.forEach(item -> items.putIfAbsent(item.key(), item));
    }

    private List<NewsItem> inStories(List<NewsItem> items) {
        if (items.isEmpty()) {
            return items;
        }
        Set<Long> ids = items.stream().map(NewsItem::claimId).collect(Collectors.toSet());
        Map<Long, StoryOf> stories = rows.list(Told.class, """
                        select distinct on (cs.claim_id) cs.claim_id, t.id as story_id, t.title
                        from claim_statement cs join statement s on s.id = cs.statement_id
                        join article_version v on v.id = s.article_version_id
                        join story_article ta on ta.article_id = v.article_id join story t on t.id = ta.story_id
                        where cs.claim_id in (:claims)
                        group by cs.claim_id, t.id order by cs.claim_id, count(*) desc, t.id
                        """, Map.of("claims", ids)).stream()
                .collect(Collectors.toMap(Told::claimId, row -> new StoryOf(row.storyId(), row.title())));
        return items.stream().map(item -> item.in(stories.get(item.claimId()))).toList();
    }
}
