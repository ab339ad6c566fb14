package org.claimwatch.web.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.jspecify.annotations.Nullable;

/**
 * What this instance came to know within a stretch of time, whenever it was published: statements that were read then,
 * articles that were read then for the first time, claims and stories that nobody here knew before.
 */
public record Arrived(Instant from, Instant to) {
    /** A text that was fetched longer before is no news when it is read once more, as after a release that reads better. */
    private static final Duration FRESH = Duration.ofDays(7);

    /** Nothing came in before 1970, and PostgreSQL knows no moment of the year 300,000. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    public static final String FROM = "new-from";
    public static final String TO = "new-to";

    private static final String READ =
            "v.analysed_at >= :arrived_from and v.analysed_at < :arrived_to and v.fetched_at >= :arrived_fresh";

    /** An article that changed says most things once more. */
    private static final String SAID_BEFORE = """
            exists (select from article_version ev join statement es on es.article_version_id = ev.id
                    where ev.article_id = told.article_id and ev.id <> told.article_version_id
                      and ev.analysed_at < :arrived_from
                      and es.speaker_folded = s.speaker_folded and es.content = s.content)""";

    private static final String READ_BEFORE = """
            exists (select from article_version ev
                    where ev.article_id = told.article_id and ev.analysed_at < :arrived_from)""";

    /** As {@link #in} wrote it; nonsense is none. */
    public static Optional<Arrived> of(Address address) {
        Instant from = moment(address.get(FROM));
        Instant to = moment(address.get(TO));
        return from == null || to == null || !from.isBefore(to) ? Optional.empty() : Optional.of(new Arrived(from, to));
    }

    /** Whether an address asks for it, be it nonsense. */
    public static boolean asked(Address address) {
        return address.get(FROM) != null || address.get(TO) != null;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            Instant moment = text == null ? null : Instant.parse(text);
            return moment == null || moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST) ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public Address in(Address address) {
        return address.with(FROM, from).with(TO, to);
    }

    public static Address without(Address address) {
        return address.without(FROM, TO);
    }

    /** Readings that the machine doubts or the team rejected are no news. */
    public Condition condition(ResultKind kind) {
        return switch (kind) {
            case STATEMENTS ->
                since(READ + " and not " + SAID_BEFORE).and(Condition.CONFIDENT).and(Condition.STANDING);
            case CLAIMS ->
                Condition.of("v.fetched_at >= :arrived_fresh", "arrived_fresh", from.minus(FRESH))
                        .and(Condition.claimCreatedIn(from, to))
                        .and(Condition.CONFIDENT)
                        .and(Condition.STANDING_OF_CLAIM);
            case ARTICLES -> since(READ + " and not " + READ_BEFORE);
            case STORIES ->
                since(READ + " and told.story_id in (select n.id from story n"
                        + " where n.created_at >= :arrived_from and n.created_at < :arrived_to)");
        };
    }

    private Condition since(String sql) {
        return new Condition(sql, Map.of("arrived_from", from, "arrived_to", to, "arrived_fresh", from.minus(FRESH)));
    }
}
