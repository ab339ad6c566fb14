package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimStatement;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.MarkedText.Mark;
import org.claimwatch.web.reading.StatementCard.HumanReading;
import org.claimwatch.web.reading.StatementCard.Side;
import org.claimwatch.web.reading.StatementCard.Source;
import org.claimwatch.web.reading.StatementCard.Speaker;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lays statements out as cards, with their evidence cut from the stored text. */
@ApplicationScoped
public class StatementCards {
    private final Session session;
    private final Claims claims;
    private final Margins margins;
    private final Rows rows;

    public StatementCards(Session session, Claims claims, Margins margins, Rows rows) {
        this.session = session;
        this.claims = claims;
        this.margins = margins;
        this.rows = rows;
    }

    /** In the order of the ids. */
    public List<StatementCard> of(Collection<Long> ids, Reader reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Statement> statements = session.createQuery("""
                        from Statement s join fetch s.articleVersion v join fetch v.article a join fetch a.outlet
                        where s.id in :ids
                        """, Statement.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(s -> id(s.id), Function.identity()));
        Map<Long, Side> sides = sides(ids, reader);
        Map<String, List<HumanReading>> reviews = reviews(ids, reader);
        Map<Long, Margin> beside = margins.of(On.STATEMENT, ids, reader);
        return ids.stream()
                .filter(statements::containsKey)
                .map(statements::get)
                .map(s -> card(
                        s,
                        sides.get(id(s.id)),
                        reviews.getOrDefault(evidenceKey(s), List.of()),
                        Objects.requireNonNull(beside.get(id(s.id))),
                        reader))
                .toList();
    }

    private Map<Long, Side> sides(Collection<Long> ids, Reader reader) {
        List<ClaimStatement> links = session.createQuery(
                        "from ClaimStatement cs where cs.statement.id in :ids", ClaimStatement.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, ClaimLine> lines = claims.byId(
                links.stream().map(link -> id(link.claim.id)).distinct().toList(), reader);
        return links.stream()
                .filter(link -> lines.containsKey(id(link.claim.id)))
                .collect(Collectors.toMap(
                        link -> id(link.statement.id),
                        link -> new Side(
                                Objects.requireNonNull(lines.get(id(link.claim.id))),
                                link.polarity,
                                new Confidence(link.confidence))));
    }

    private record ReviewRow(
            long versionId,
            int contentStart,
            int contentEnd,
            String name,
            String verdict,
            @Nullable String comment,
            Instant createdAt,
            boolean direct,
            @Nullable String correctedWords,
            @Nullable String correctedSpeaker,
            @Nullable String correctedTarget,
            @Nullable Polarity correctedPolarity,
            @Nullable String correctedNoStance,
            @Nullable String correctedClaim,
            boolean correctedNoClaim,
            @Nullable ClaimPolarity correctedClaimPolarity) {
        @Nullable String corrections() {
            return new CorrectedReading(
                            correctedSpeaker,
                            correctedWords,
                            direct,
                            correctedPolarity,
                            correctedTarget,
                            correctedNoStance,
                            correctedClaim,
                            correctedNoClaim,
                            correctedClaimPolarity)
                    .inWords();
        }
    }

    private Map<String, List<HumanReading>> reviews(Collection<Long> ids, Reader reader) {
        return reader.team() == null
                ? Map.of()
                : rows.list(ReviewRow.class, """
                                select r.article_version_id as version_id, r.content_start, r.content_end, p.name,
                                       r.verdict, r.comment, r.created_at,
                                       coalesce(r.statement_form = 'DIRECT', false) as direct,
                                       (select string_agg(substr(v.text, said.at[n] + 1, said.at[n + 1] - said.at[n]), chr(31) order by n)
                                        from (select corrected_content(r.corrected_spans, r.corrected_start, r.corrected_end,
                                                       r.statement_id) as at) said
                                        cross join generate_series(1, cardinality(said.at), 2) n
                                        where r.corrected_start is not null) as corrected_words,
                                       r.corrected_speaker, r.corrected_target, r.corrected_polarity, r.corrected_no_stance,
                                       c.text as corrected_claim, r.corrected_no_claim, r.corrected_claim_polarity
                                from review r join account p on p.id = r.account_id
                                join article_version v on v.id = r.article_version_id
                                left join claim c on c.id = r.corrected_claim_id
                                where r.team_id = :team and r.undone_at is null
                                  and r.article_version_id in (select article_version_id from statement where id in (:ids))
                                order by r.created_at desc, r.id desc
                                """, Map.of("team", reader.team().teamId(), "ids", ids)).stream()
                        .collect(Collectors.groupingBy(
                                row -> key(row.versionId(), row.contentStart(), row.contentEnd()),
                                Collectors.mapping(
                                        row -> new HumanReading(
                                                row.name(),
                                                word(row.verdict()),
                                                row.comment(),
                                                row.corrections(),
                                                reader.when(row.createdAt())),
                                        Collectors.toList())));
    }

    private static StatementCard card(
            Statement s, @Nullable Side side, List<HumanReading> reviews, Margin margin, Reader reader) {
        var version = s.articleVersion;
        var text = new MarkedText(version.text);
        return new StatementCard(
                id(s.id),
                new Speaker(
                        s.speaker == null ? null : s.speaker.id,
                        s.speakerName,
                        s.speakerAffiliation,
                        s.speaker == null,
                        s.readSpeakerName),
                s.stances.stream().map(StanceSign::of).toList(),
                new Confidence(s.confidence),
                s.form,
                words(s, text),
                s.cue == null ? null : text.cut(s.cue),
                chain(s),
                source(version, reader),
                context(s, text),
                side,
                reviews,
                margin,
                reader.reviews());
    }

    private static Source source(ArticleVersion version, Reader reader) {
        var article = version.article;
        return new Source(
                id(article.outlet.id),
                article.outlet.name,
                id(article.id),
                version.number,
                version.title,
                article.url,
                version.language == null ? "" : version.language,
                reader.published(at(version), version.publishedDayOnly),
                at(version),
                version.publishedDayOnly);
    }

    /** When a version was published, as well as one can tell: {@link Statements#AT} for an entity. */
    public static Instant at(ArticleVersion version) {
        return Stream.of(version.publishedAt, version.article.announcedAt, version.fetchedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String words(Statement s, MarkedText text) {
        return words(s.form, s.contentSpans, text);
    }

    static String words(StatementForm form, List<TextSpan> spans, MarkedText text) {
        if (form != StatementForm.DIRECT) {
            return spans.stream().map(text::cut).collect(Collectors.joining(" … "));
        }
        return spans.stream()
                .map(span -> {
                    String[] marks = text.quotationMarks(span);
                    return marks[0] + text.cut(span) + marks[1];
                })
                .collect(Collectors.joining(" … "));
    }

    private static List<String> chain(Statement s) {
        var chain = new ArrayList<String>();
        s.chain.forEach(hop -> chain.add(hop.name));
        if (chain.isEmpty()) {
            chain.add(s.speakerName);
        }
        chain.add(s.articleVersion.article.outlet.name);
        return chain;
    }

    private static List<MarkedText.Run> context(Statement s, MarkedText text) {
        var marks = new ArrayList<Mark>();
        s.contentSpans.forEach(span -> marks.add(new Mark(span, "content", id(s.id))));
        if (s.cue != null) {
            marks.add(new Mark(s.cue, "cue", id(s.id)));
        }
        if (s.mention != null) {
            marks.add(new Mark(s.mention, "speaker", id(s.id)));
        }
        int from = marks.stream().mapToInt(mark -> mark.span().start()).min().orElseThrow();
        int to = marks.stream().mapToInt(mark -> mark.span().end()).max().orElseThrow();
        var window = MarkedText.around(s.articleVersion.text, new TextSpan(from, to), s.articleVersion.language);
        return text.runs(window, marks);
    }

    private static String evidenceKey(Statement s) {
        return key(id(s.articleVersion.id), start(s), end(s));
    }

    /** Where the evidence begins: with its end and its version it names the reading to a review. */
    public static int start(Statement s) {
        return s.contentSpans.getFirst().start();
    }

    public static int end(Statement s) {
        return s.contentSpans.getLast().end();
    }

    private static String key(long version, int start, int end) {
        return version + ":" + start + "-" + end;
    }

    private static String word(String verdict) {
        return switch (verdict) {
            case "ACCEPTED" -> "accepted";
            case "REJECTED" -> "rejected";
            default -> "corrected";
        };
    }

    private static long id(@Nullable Long stored) {
        return Objects.requireNonNull(stored, "not stored yet");
    }
}
