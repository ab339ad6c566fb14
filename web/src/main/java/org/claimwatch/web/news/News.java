package org.claimwatch.web.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;

/**
 * Finds what happened within a period: claims that were new, claims that came to be denied, speakers who turned round.
 * Doubtful readings count nowhere; a text that was stored long ago and is only analysed anew is no news.
 */
@ApplicationScoped
public class News {
    private static final Duration FRESH = Duration.ofDays(7);
    private static final int MOST = 1000;

    private static final String OTHER_CURRENT = Statements.CURRENT.replaceAll("\\bv\\.", "ov.");
    private static final String OTHER_PRECEDENCE =
            Statements.PRECEDENCE.replaceAll("\\bv\\.", "ov.").replaceAll("\\ba\\.", "oa.");

    /** oc and os: another statement's part in a claim, in a version ov of an article oa, read as surely and still current. */
    private static final String OTHER = """
            from claim_statement oc
            join statement os on os.id = oc.statement_id
            join article_version ov on ov.id = os.article_version_id
            join article oa on oa.id = ov.article_id
            where os.confidence >= :likely and oc.confidence >= :likely and %s
            """.formatted(OTHER_CURRENT);

    private static final String DENIED = """
            select cs.claim_id %1$s where %2$s and (%%s) and exists (
              select %3$s and oc.claim_id = cs.claim_id and oc.polarity <> cs.polarity
                and lower(os.speaker_name) <> lower(s.speaker_name))
            group by cs.claim_id order by max(%4$s) desc, cs.claim_id limit %5$d
            """.formatted(Statements.FROM, Statements.CURRENT, OTHER, Statements.AT, MOST);

    private static final String CONTRARY =
            """
            select cs.claim_id, other.claim_id as other_id, max(s.id) as newer, max(other.statement_id) as older
            %1$s join claim_relation r on r.kind = 'CONTRADICTS' and r.confidence >= :likely
                                     and cs.claim_id in (r.from_claim_id, r.to_claim_id)
            cross join lateral (
              select oc.claim_id, os.id as statement_id %3$s and oc.polarity = 'ASSERTS'
                and oc.claim_id = case when r.from_claim_id = cs.claim_id then r.to_claim_id else r.from_claim_id end
                and lower(os.speaker_name) <> lower(s.speaker_name)
              order by os.confidence desc, os.id limit 1) other
            where %2$s and cs.polarity = 'ASSERTS' and (%%s)
            group by 1, 2 order by max(%4$s) desc, 1, 2 limit %5$d
            """.formatted(Statements.FROM, Statements.CURRENT, OTHER, Statements.AT, MOST);

    private static final String TURNED =
            """
            select distinct on (cs.claim_id, s.speaker_id, cs.polarity)
                   cs.claim_id, s.speaker_id as actor_id, cs.polarity, s.id as newer, other.statement_id as older
            %1$s cross join lateral (
              select os.id as statement_id %3$s and oc.claim_id = cs.claim_id and oc.polarity <> cs.polarity
                and os.speaker_id = s.speaker_id and ov.article_id <> v.article_id and %5$s < %4$s
              order by %5$s desc, os.id desc limit 1) other
            where %2$s and (%%s)
            order by cs.claim_id, s.speaker_id, cs.polarity, %4$s, s.id limit %6$d
            """.formatted(Statements.FROM, Statements.CURRENT, OTHER, Statements.PRECEDENCE, OTHER_PRECEDENCE, MOST);

    private final Claims claims;
    private final Rows rows;

    News(Claims claims, Rows rows) {
        this.claims = claims;
        this.rows = rows;
    }

    private record Contrary(long claimId, long otherId, long newer, long older) {}

    private record Turned(long claimId, long actorId, String polarity, long newer, long older) {}

    private record Told(long claimId, long storyId, String title) {}

    /** The weightiest first; a claim that came to be denied is not told as new besides. */
    public List<NewsItem> of(Condition matching, Instant from, Instant to) {
        Condition fresh = matching.and(Condition.CONFIDENT)
                .and(Condition.of("v.fetched_at >= :stored_from", "stored_from", from.minus(FRESH)));
        var items = new LinkedHashMap<String, NewsItem>();
        add(items, contradictions(fresh.and(readIn(from, to))));
        add(items, reversals(fresh.and(readIn(from, to))));
        Set<Long> weightier = items.values().stream().map(NewsItem::claimId).collect(Collectors.toSet());
        claims.ids(fresh.and(Condition.claimCreatedIn(from, to)), Demand.NONE, Order.WORTH, 0, MOST).stream()
                .filter(claim -> !weightier.contains(claim))
                .forEach(claim -> add(items, List.of(item(Kind.NEW_CLAIM, "claim:" + claim, claim, List.of()))));
        return inStories(List.copyOf(items.values()));
    }

    private static Condition readIn(Instant from, Instant to) {
        return new Condition(
                "v.analysed_at >= :read_from and v.analysed_at < :read_to", Map.of("read_from", from, "read_to", to));
    }

    private List<NewsItem> contradictions(Condition condition) {
        var found = new ArrayList<NewsItem>();
        rows.longs(DENIED.formatted(condition.sql()), likely(condition))
                .forEach(claim -> found.add(item(Kind.CONTRADICTION, "denied:" + claim, claim, List.of())));
        for (Contrary row : rows.list(Contrary.class, CONTRARY.formatted(condition.sql()), likely(condition))) {
            String key = "contrary:%d-%d"
                    .formatted(Math.min(row.claimId(), row.otherId()), Math.max(row.claimId(), row.otherId()));
            found.add(new NewsItem(
                    Kind.CONTRADICTION, key, row.claimId(), row.otherId(), List.of(row.older(), row.newer()), null));
        }
        return found;
    }

    private List<NewsItem> reversals(Condition condition) {
        return rows.list(Turned.class, TURNED.formatted(condition.sql()), likely(condition)).stream()
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

    private static Map<String, Object> likely(Condition condition) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("likely", Confidence.LIKELY);
        return parameters;
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
