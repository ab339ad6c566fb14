package org.claimwatch.web.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.web.merge.MergePage.ActorLine;
import org.claimwatch.web.merge.MergePage.ArticleLine;
import org.claimwatch.web.merge.MergePage.StatementLine;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** Which others an actor or a claim may be, and of what its own readings consist. */
@ApplicationScoped
class Candidates {
    static final int MOST = 12;
    static final int MOST_PARTS = 200;

    private static final String ACTOR = """
            select a.id, a.name, a.kind, a.affiliation,
                   (select count(*) from statement s where s.speaker_id = a.id) as statements from actor a where
            """;

    private final Rows rows;

    Candidates(Rows rows) {
        this.rows = rows;
    }

    Optional<ActorLine> actor(long id) {
        return rows.first(ActorLine.class, ACTOR + "a.id = :id", Map.of("id", id));
    }

    /** Actors that speak and are named so, the most quoted first. */
    List<ActorLine> actorsLike(long id, String name) {
        return rows.list(ActorLine.class, ACTOR + """
                a.id <> :id and exists (select from statement s where s.speaker_id = a.id)
                  and (a.folded like holding(:name) or exists (
                    select from actor_alias x where x.actor_id = a.id and x.folded like holding(:name)))
                order by statements desc, a.id limit :most""", Map.of("id", id, "name", name, "most", MOST));
    }

    private record ArticleRow(
            long id,
            String title,
            String lang,
            String outlet,
            Instant at,
            String readAs,
            @Nullable String affiliation) {}

    List<ArticleLine> articles(long actor, Reader reader) {
        return rows
                .list(
                        ArticleRow.class,
                        """
                        select a.id, max(v.title) as title, max(coalesce(v.language, '')) as lang, o.name as outlet,
                               max(%s) as at, max(coalesce(s.read_speaker_name, s.speaker_name)) as read_as,
                               max(s.speaker_affiliation) as affiliation
                        %s where told.speaker_id = :actor
                        group by a.id, o.name order by at desc, a.id limit :most
                        """.formatted(Statements.AT, Statements.FROM),
                        Map.of("actor", actor, "most", MOST_PARTS))
                .stream()
                .map(row -> new ArticleLine(
                        row.id(),
                        row.title(),
                        row.lang(),
                        row.outlet(),
                        reader.when(row.at()),
                        row.readAs(),
                        row.affiliation()))
                .toList();
    }

    private record StatementRow(
            long id, String speaker, String words, String lang, String outlet, Instant at, ClaimPolarity polarity) {}

    List<StatementLine> statements(long claim, Reader reader) {
        return rows
                .list(
                        StatementRow.class,
                        """
                        select s.id, s.speaker_name as speaker, s.content as words, coalesce(v.language, '') as lang,
                               o.name as outlet, %s as at, cs.polarity
                        %s where told.claim_id = :claim order by at desc, s.id limit :most
                        """.formatted(Statements.AT, Statements.FROM),
                        Map.of("claim", claim, "most", MOST_PARTS))
                .stream()
                .map(row -> new StatementLine(
                        row.id(),
                        row.speaker(),
                        row.words(),
                        row.lang(),
                        row.outlet(),
                        reader.when(row.at()),
                        row.polarity() == ClaimPolarity.DENIES))
                .toList();
    }
}
