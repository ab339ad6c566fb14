package org.claimwatch.web.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Published;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.reading.StoryLine;
import org.claimwatch.web.story.StoryPage.Report;
import org.claimwatch.web.story.StoryPage.Speaker;
import org.claimwatch.web.story.StoryPage.Telling;
import org.jspecify.annotations.Nullable;

/** How each outlet tells a story: what it leads with, whom it quotes, what it leaves out; nothing doubtful counts. */
@ApplicationScoped
class TellingsOfStory {
    private static final int SPEAKERS = 6;
    private static final int LEFT_OUT = 4;
    private static final int CARRIED_ELSEWHERE = 2;

    private static final String ARTICLES = """
            from told_version told join article a on a.id = told.article_id join outlet o on o.id = told.outlet_id
            join article_version v on v.id = told.article_version_id
            where told.story_id = :story
            """;

    private final Rows rows;
    private final Claims claims;

    TellingsOfStory(Rows rows, Claims claims) {
        this.rows = rows;
        this.claims = claims;
    }

    private record ArticleRow(
            long outletId,
            String outlet,
            long articleId,
            String title,
            @Nullable String language,
            Instant at,
            boolean publishedDayOnly) {}

    private record SpeakerRow(long outletId, long id, String name) {}

    private record ClaimRow(long outletId, long claimId) {}

    private record StanceRow(long outletId, String target, Polarity polarity, float confidence) {}

    Optional<StoryPage> of(long storyId, Reader reader) {
        Map<String, Long> story = Map.of("story", storyId);
        List<ArticleRow> articles =
                rows.list(ArticleRow.class, """
                select a.outlet_id, o.name as outlet, a.id as article_id, v.title, v.language, %s as at, v.published_day_only
                %s order by %s, a.id
                """.formatted(Statements.AT, ARTICLES, Statements.PRECEDENCE), story);
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        String title = rows.first(Title.class, "select id, title from story where id = :story", story)
                .orElseThrow()
                .title();
        List<ClaimRow> carried = rows.list(
                ClaimRow.class,
                """
                select a.outlet_id, cs.claim_id %1$s group by a.outlet_id, cs.claim_id
                order by a.outlet_id, min(%2$s), (array_agg(a.id order by %2$s, a.id))[1],
                         (array_agg(s.ordinal order by %2$s, a.id, s.ordinal))[1]
                """.formatted(ARTICLES.replace("where", """
                        join statement s on s.article_version_id = v.id
                        join claim_statement cs on cs.statement_id = s.id
                        where least(s.confidence, cs.confidence) >= %s and""".formatted(Confidence.LIKELY_IN_SQL)), Statements.AT),
                story);
        List<ClaimLine> lines =
                claims.lines(carried.stream().map(ClaimRow::claimId).distinct().toList(), reader).stream()
                        .sorted(Comparator.comparingLong(
                                        (ClaimLine line) -> line.facts().outlets())
                                .reversed()
                                .thenComparing(line -> line.facts().firstSeen()))
                        .toList();
        List<Telling> told = tellings(articles, carried, lines, story, reader);
        return Optional.of(
                new StoryPage(line(storyId, title, articles, reader), StoryTimeline.of(told, reader), told, lines));
    }

    private record Title(long id, String title) {}

    private List<Telling> tellings(
            List<ArticleRow> articles,
            List<ClaimRow> carried,
            List<ClaimLine> lines,
            Map<String, Long> story,
            Reader reader) {
        Map<Long, List<Speaker>> speakers = rows
                .list(
                        SpeakerRow.class,
                        """
                        select a.outlet_id, p.id, p.name %s
                        group by a.outlet_id, p.id order by count(*) desc, p.name
                        """.formatted(ARTICLES.replace("where", """
                                join statement s on s.article_version_id = v.id
                                join actor p on p.id = s.speaker_id
                                where s.confidence >= %s and""".formatted(Confidence.LIKELY_IN_SQL))),
                        story)
                .stream()
                .collect(Collectors.groupingBy(
                        SpeakerRow::outletId,
                        Collectors.mapping(row -> new Speaker(row.id(), row.name()), Collectors.toList())));
        Map<Long, List<StanceSign>> stances = rows
                .list(
                        StanceRow.class,
                        """
                        select distinct on (a.outlet_id, st.target) a.outlet_id, st.target, st.polarity, st.confidence
                        %s order by a.outlet_id, st.target, st.confidence desc
                        """.formatted(ARTICLES.replace("where", """
                                join stance st on st.article_version_id = v.id
                                where st.holder = 'OUTLET' and st.confidence >= %s and""".formatted(Confidence.LIKELY_IN_SQL))),
                        story)
                .stream()
                .collect(Collectors.groupingBy(
                        StanceRow::outletId,
                        Collectors.mapping(
                                row -> StanceSign.of(row.polarity(), row.target(), row.confidence()),
                                Collectors.toList())));
        var byOutlet = articles.stream()
                .collect(Collectors.groupingBy(ArticleRow::outletId, LinkedHashMap::new, Collectors.toList()));
        return byOutlet.entrySet().stream()
                .map(entry -> telling(
                        entry.getValue(),
                        claimsOf(entry.getKey(), carried),
                        lines,
                        carriers(carried),
                        speakers.getOrDefault(entry.getKey(), List.of()),
                        stances.getOrDefault(entry.getKey(), List.of()),
                        reader))
                .toList();
    }

    private static Telling telling(
            List<ArticleRow> articles,
            Set<Long> own,
            List<ClaimLine> lines,
            Map<Long, Long> carriers,
            List<Speaker> speakers,
            List<StanceSign> stances,
            Reader reader) {
        return new Telling(
                articles.getFirst().outletId(),
                articles.getFirst().outlet(),
                articles.stream()
                        .map(a -> new Report(
                                a.articleId(),
                                a.title(),
                                a.language() == null ? "" : a.language(),
                                reader.published(a.at(), a.publishedDayOnly()),
                                new Published(a.at(), a.publishedDayOnly())))
                        .toList(),
                own.stream()
                        .flatMap(claim -> lines.stream().filter(line -> line.id() == claim))
                        .findFirst()
                        .orElse(null),
                speakers.stream().limit(SPEAKERS).toList(),
                stances,
                lines.stream()
                        .filter(line ->
                                !own.contains(line.id()) && carriers.getOrDefault(line.id(), 0L) >= CARRIED_ELSEWHERE)
                        .limit(LEFT_OUT)
                        .toList());
    }

    /** In the order in which one meets them. */
    private static Set<Long> claimsOf(long outletId, List<ClaimRow> carried) {
        return carried.stream()
                .filter(row -> row.outletId() == outletId)
                .map(ClaimRow::claimId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Long, Long> carriers(List<ClaimRow> carried) {
        return carried.stream().collect(Collectors.groupingBy(ClaimRow::claimId, Collectors.counting()));
    }

    private static StoryLine line(long id, String title, List<ArticleRow> articles, Reader reader) {
        var facts = new StoryLine.Facts(
                id,
                title,
                articles.size(),
                articles.stream().map(ArticleRow::outletId).distinct().count(),
                articles.getFirst().at(),
                articles.getLast().at());
        return new StoryLine(facts, reader.when(facts.first()), reader.when(facts.last()));
    }
}
