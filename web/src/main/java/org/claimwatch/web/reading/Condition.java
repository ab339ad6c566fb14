package org.claimwatch.web.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which statements: a piece of SQL over the aliases of {@link Statements#FROM}. A page, its total, its export and its
 * digest take the same one, so that their numbers agree.
 */
public record Condition(String sql, Map<String, Object> parameters) {
    public static final Condition ALL = new Condition("true", Map.of());
    public static final Condition NONE = new Condition("false", Map.of());

    /** Leaves out what the machine doubts: such a reading is never counted in a headline or a digest. */
    public static final Condition CONFIDENT = new Condition("told.sure", Map.of());

    /** Leaves out what the team whose rows this connection shows has rejected. */
    public static final Condition STANDING = new Condition(standing("told.statement_id"), Map.of());

    /** Of claims, leaves out besides what the team said to make another claim. */
    public static final Condition STANDING_OF_CLAIM = new Condition(standingOfClaim("told.statement_id"), Map.of());

    private static String standing(String statementId) {
        return statementId + " not in (select statement_id from judged_statement where verdict = 'REJECTED')";
    }

    /** {@link #STANDING_OF_CLAIM} for a statement that another alias names. */
    public static String standingOfClaim(String statementId) {
        return statementId
                + " not in (select statement_id from judged_statement where verdict = 'REJECTED' or of_other_claim)";
    }

    /** Whose speaker the team has not named otherwise: what tells of a person is told of the right one. */
    public static String spokenAsRead(String statementId) {
        return statementId + " not in (select statement_id from judged_statement where corrected_speaker is not null)";
    }

    public static Condition of(String sql, String parameter, Object value) {
        return new Condition(sql, Map.of(parameter, value));
    }

    public static Condition between(Instant from, Instant to) {
        return new Condition(
                "%1$s >= :period_from and %1$s < :period_to".formatted(Statements.AT),
                Map.of("period_from", from, "period_to", to));
    }

    /** Whether it is only about time, and leaves out nothing that was told before its end. */
    boolean everSince() {
        return parameters.get("period_to") instanceof Instant to && equals(between(Instant.EPOCH, to));
    }

    /** Made by a claim that this instance first met within the period, whenever it was said. */
    public static Condition claimCreatedIn(Instant from, Instant to) {
        return new Condition(
                "c.created_at >= :created_from and c.created_at < :created_to",
                Map.of("created_from", from, "created_to", to));
    }

    /** Said by somebody who was never heard before the period. */
    public static Condition bySomebodyNew(Instant from, Instant to) {
        return new Condition(
                "told.speaker_id in (select seen.actor_id from actor_seen seen where seen.first_at >= :seen_from and seen.first_at < :seen_to)",
                Map.of("seen_from", from, "seen_to", to));
    }

    public static Condition ofClaim(long claimId) {
        return of("told.claim_id = :claim", "claim", claimId);
    }

    public static Condition ofSpeaker(long actorId) {
        return of("told.speaker_id = :actor", "actor", actorId);
    }

    public static Condition ofOutlet(long outletId) {
        return of("told.outlet_id = :outlet", "outlet", outletId);
    }

    public Condition and(Condition other) {
        if (equals(ALL) || other.equals(ALL)) {
            return equals(ALL) ? other : this;
        }
        var all = new HashMap<>(parameters);
        all.putAll(other.parameters);
        return new Condition("(%s) and (%s)".formatted(sql, other.sql), Map.copyOf(all));
    }
}
