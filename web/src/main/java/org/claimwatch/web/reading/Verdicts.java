package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.reading.ClaimVerdict.Given;
import org.claimwatch.web.reading.VerdictsOnClaim.Draft;
import org.jspecify.annotations.Nullable;

/** What a team says of claims that it checked; a verdict goes along when its claim is merged into another. */
@ApplicationScoped
public class Verdicts {
    private static final String COLUMNS = """
            v.id, e.claim as claim_id, v.words, v.language, v.claimant, v.claimant_person, v.rating, v.rating_value,
            v.rating_best, v.explanation, v.url, v.organisation, v.organisation_url, a.name as by, v.given_at,
            u.name as undone_by, e.turned as opposite, v.undone_at
            from claim_verdict v cross join lateral claim_end(v.claim_id) e
            join account a on a.id = v.account_id left join account u on u.id = v.undone_by
            where v.team_id = :team
            """;

    /** Of each claim the newest that was not taken back. */
    private static final String CURRENT =
            "select distinct on (e.claim, e.turned) %s and v.undone_at is null order by e.claim, e.turned, v.id desc"
                    .formatted(COLUMNS);

    private static final int RATING_BEST = 5;

    private final Rows rows;
    private final ClaimReviews reviews;

    Verdicts(Rows rows, ClaimReviews reviews) {
        this.rows = rows;
        this.reviews = reviews;
    }

    private record Row(
            Given given, boolean opposite, @Nullable Instant undoneAt) {
        ClaimVerdict laidOut(Reader reader) {
            return new ClaimVerdict(
                    given,
                    opposite,
                    reader.when(given.givenAt()),
                    undoneAt == null ? null : reader.when(undoneAt),
                    undoneAt);
        }
    }

    public long count(long team) {
        return rows.number("select count(*) from (%s) c".formatted(CURRENT), Map.of("team", team));
    }

    public static final Falling NEWEST = Falling.by(Falling.moment("given_at"), Falling.number("id"));

    /** One for each claim that has one, newest first: the page that an address asks for. */
    public Slice<ClaimVerdict> current(long team, Address address, int size, Reader reader) {
        return rows.slice(Row.class, CURRENT, Map.of("team", team), new Slice.Asked(NEWEST, address, size))
                .map(found -> found.stream().map(row -> row.laidOut(reader)).toList());
    }

    /** Null for a reader without a team. */
    public @Nullable VerdictsOnClaim on(long claim, Reader reader) {
        if (reader.team() == null) {
            return null;
        }
        long team = reader.team().teamId();
        List<ClaimVerdict> all = history(claim, team, reader);
        Optional<ClaimVerdict> current =
                all.stream().filter(ClaimVerdict::counts).findFirst();
        return new VerdictsOnClaim(
                claim,
                all,
                current.map(verdict -> Draft.of(verdict.given())).orElseGet(() -> draft(claim, team)),
                current.map(verdict -> reviews.one(verdict.given(), appearances(List.of(verdict), team)))
                        .orElse(null));
    }

    /** All that a team ever said of a claim, newest first, those taken back and those on its opposite too. */
    public List<ClaimVerdict> history(long claim, long team, Reader reader) {
        return rows.list(Row.class, """
                        select %s and v.claim_id = any (kin_of_claims(array[cast(:claim as bigint)])) and e.claim = :claim
                        order by v.id desc""".formatted(COLUMNS), Map.of("team", team, "claim", claim)).stream()
                .map(row -> row.laidOut(reader))
                .toList();
    }

    private record Signature(String organisation, @Nullable String organisationUrl, int ratingBest) {}

    private record Claimant(String name, ActorKind kind) {}

    /** The organisation and its scale as the team signed last, and whoever is read to have said it first. */
    private Draft draft(long claim, long team) {
        Signature signed =
                rows.first(Signature.class, """
                        select organisation, organisation_url, rating_best from claim_verdict
                        where team_id = :team order by id desc limit 1""", Map.of("team", team)).orElse(new Signature("", null, RATING_BEST));
        Optional<Claimant> claimant = rows.first(
                Claimant.class, """
                select s.speaker_name as name, s.speaker_kind as kind %s
                where told.claim_id = :claim and not told.denies and told.speaker_id is not null and told.sure
                order by %s, told.statement_id limit 1
                """.formatted(Statements.FROM, Statements.PRECEDENCE), Map.of("claim", claim));
        return new Draft(
                "",
                1,
                signed.ratingBest(),
                "",
                "",
                signed.organisation(),
                signed.organisationUrl() == null ? "" : signed.organisationUrl(),
                claimant.map(Claimant::name).orElse(""),
                claimant.map(c -> c.kind() == ActorKind.PERSON).orElse(true));
    }

    /** As ClaimReview, all together in a DataFeed. */
    public String dataFeed(String name, List<ClaimVerdict> verdicts, long team) {
        return reviews.feed(name, verdicts.stream().map(ClaimVerdict::given).toList(), appearances(verdicts, team));
    }

    private record AppearanceRow(
            long verdictId, String url, String title, Instant at, boolean dayOnly, String outlet) {}

    /**
     * By verdict, oldest first: where the words stand, as far as the machine is sure of it or a person of the team confirmed it.
     * What the team rejected or corrected is none.
     */
    public Map<Long, List<ClaimReviews.Appearance>> appearances(List<ClaimVerdict> verdicts, long team) {
        if (verdicts.isEmpty()) {
            return Map.of();
        }
        return rows
                .list(
                        AppearanceRow.class,
                        """
                        select * from (
                          select t.id as verdict_id, a.url, v.title, %1$s as at, v.published_day_only as day_only, o.name as outlet,
                                 row_number() over (partition by t.id order by %2$s, s.id) as place
                          %3$s
                          join (select x.id, e.claim, case when e.turned then 'DENIES' else 'ASSERTS' end as polarity
                                from claim_verdict x cross join lateral claim_end(x.claim_id) e
                                where x.team_id = :team and x.id in (:verdicts)) t
                            on t.claim = cs.claim_id and t.polarity = cs.polarity
                          left join lateral (
                            select bool_and(r.verdict = 'ACCEPTED') as accepted from review r
                            where r.team_id = :team and r.undone_at is null and r.article_version_id = v.id
                              and (r.content_start, r.content_end) = (select min(p.span_start), max(p.span_end)
                                from statement_content_span p where p.statement_id = s.id)) said on true
                          where coalesce(said.accepted, told.confidence >= %4$s)) w
                        where place <= 20 order by verdict_id, place
                        """.formatted(Statements.AT, Statements.PRECEDENCE, Statements.FROM, Confidence.SURE_IN_SQL),
                        Map.of(
                                "team",
                                team,
                                "verdicts",
                                verdicts.stream()
                                        .map(verdict -> verdict.given().id())
                                        .toList()))
                .stream()
                .collect(Collectors.groupingBy(
                        AppearanceRow::verdictId,
                        Collectors.mapping(
                                row -> new ClaimReviews.Appearance(
                                        row.url(), row.title(), new Published(row.at(), row.dayOnly()), row.outlet()),
                                Collectors.toList())));
    }
}
