package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Falling;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/** How do an outlet's feeds fare, or all, and is the outlet silent? */
@ApplicationScoped
class FeedsOfOutlet {
    /** The order of all: those added last first. */
    static final Falling NEWEST = Falling.by(Falling.number("id"));

    private static final String FEEDS = """
            select f.id, f.outlet_id, o.name as outlet, f.url, f.title, f.kind, f.state, f.last_poll_at,
                   f.last_success_at, f.last_new_entry_at, f.next_poll_at, f.next_poll_reason, f.consecutive_failures,
                   f.last_error, f.stopped_at, f.trouble, f.trouble_status, f.trouble_evidence, f.trouble_since,
                   f.validators, f.validators_evidence, f.validators_since, f.clock_skew_seconds, h.hub_url,
                   h.state as hub_state, h.problem as hub_problem, h.lease_until, h.last_push_at
            from feed f join outlet o on o.id = f.outlet_id left join hub_subscription h on h.feed_id = f.id
            """;

    private final Rows rows;

    FeedsOfOutlet(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            long outletId,
            String outlet,
            String url,
            @Nullable String title,
            @Nullable String kind,
            String state,
            @Nullable Instant lastPollAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastNewEntryAt,
            Instant nextPollAt,
            String nextPollReason,
            int consecutiveFailures,
            @Nullable String lastError,
            @Nullable Instant stoppedAt,
            @Nullable String trouble,
            @Nullable Integer troubleStatus,
            @Nullable String troubleEvidence,
            @Nullable Instant troubleSince,
            @Nullable String validators,
            @Nullable String validatorsEvidence,
            @Nullable Instant validatorsSince,
            @Nullable Integer clockSkewSeconds,
            @Nullable String hubUrl,
            @Nullable String hubState,
            @Nullable String hubProblem,
            @Nullable Instant leaseUntil,
            @Nullable Instant lastPushAt) {}

    /** @param steered whether the person may have feeds polled and stopped */
    List<FeedLine> lines(long outletId, boolean steered, Reader reader) {
        return rows
                .list(Row.class, FEEDS + "where f.outlet_id = :outlet order by f.id", Map.of("outlet", outletId))
                .stream()
                .map(row -> line(row, steered, reader))
                .toList();
    }

    /** Of the instance's, those that an address asks for. */
    Slice<FeedLine> all(Address here, int size, Reader reader) {
        return rows.slice(Row.class, FEEDS, Map.of(), new Slice.Asked(NEWEST, here, size))
                .map(found ->
                        found.stream().map(row -> line(row, false, reader)).toList());
    }

    long count() {
        return rows.number("select count(*) from feed", Map.of());
    }

    private static final String IN_TROUBLE = "f.state in ('FAILING', 'RETIRED') and f.stopped_at is null";

    /** How the instance's feeds fare. */
    record Fare(long feeds, long outlets, long trouble) {}

    Fare fare() {
        return rows.first(
                        Fare.class,
                        "select count(*) as feeds, count(distinct f.outlet_id) as outlets, count(*) filter (where "
                                + IN_TROUBLE + ") as trouble from feed f",
                        Map.of())
                .orElseThrow();
    }

    /** The instance's for an administrator, all or those that do not yield. */
    Slice<FeedLine> steered(boolean inTrouble, Address here, Reader reader) {
        return rows.slice(
                        Row.class,
                        FEEDS + (inTrouble ? " where " + IN_TROUBLE : ""),
                        Map.of(),
                        Slice.Asked.of(NEWEST, here))
                .map(found -> found.stream().map(row -> line(row, true, reader)).toList());
    }

    /** An outlet that says less than it used to. */
    record Silence(Instant since, Instant noticedAt, double usualPerWeek, double usualSince) {}

    Optional<OutletPage.Silence> silence(long outletId, Reader reader) {
        return rows.first(Silence.class, """
                        select since, noticed_at, usual_per_week, usual_since
                        from outlet_silence where outlet_id = :outlet and ended_at is null
                        """, Map.of("outlet", outletId))
                .map(row -> new OutletPage.Silence(
                        reader.when(row.since()), Math.round(row.usualPerWeek()), Math.round(row.usualSince())));
    }

    private static FeedLine line(Row row, boolean steered, Reader reader) {
        return new FeedLine(
                row.id(),
                row.outletId(),
                row.outlet(),
                row.url(),
                row.title(),
                row.kind(),
                row.state(),
                when(row.lastPollAt(), reader),
                when(row.lastNewEntryAt(), reader),
                reader.when(row.nextPollAt()),
                row.nextPollReason(),
                when(row.stoppedAt(), reader),
                trouble(row, reader),
                new FeedLine.Server(
                        row.validators(),
                        row.validatorsEvidence(),
                        when(row.validatorsSince(), reader),
                        row.clockSkewSeconds()),
                hub(row, reader),
                steered ? actions(row) : List.of());
    }

    private static List<FeedLine.Action> actions(Row row) {
        String address = "/feeds/" + row.id() + "/";
        return row.state().equals("RETIRED")
                ? List.of(new FeedLine.Action(address + "resume", FeedWords.SAY.resume()))
                : List.of(
                        new FeedLine.Action(address + "poll", FeedWords.SAY.pollNow()),
                        new FeedLine.Action(address + "stop", FeedWords.SAY.stop()));
    }

    /** A feed that failed before troubles were named has but its last error. */
    private static FeedLine.@Nullable Trouble trouble(Row row, Reader reader) {
        String evidence = row.troubleEvidence() != null ? row.troubleEvidence() : row.lastError();
        Instant since = row.troubleSince() != null ? row.troubleSince() : row.lastPollAt();
        if (evidence == null || since == null) {
            return null;
        }
        return new FeedLine.Trouble(
                row.trouble() == null ? "" : row.trouble(),
                row.troubleStatus(),
                evidence,
                reader.when(since),
                row.consecutiveFailures(),
                when(row.lastSuccessAt(), reader));
    }

    private static FeedLine.@Nullable Hub hub(Row row, Reader reader) {
        return row.hubUrl() == null || row.hubState() == null
                ? null
                : new FeedLine.Hub(
                        row.hubUrl(),
                        row.hubState(),
                        row.hubProblem(),
                        when(row.leaseUntil(), reader),
                        when(row.lastPushAt(), reader));
    }

    private static @Nullable When when(@Nullable Instant moment, Reader reader) {
        return When.ofNullable(moment, reader.now(), reader.zone());
    }
}
