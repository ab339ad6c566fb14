package org.claimwatch.common.outlet;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An address that may be a feed of the outlet that is searched, and what a look at it said. */
@Entity
public class FeedCandidate {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public OutletSearch search;

    /** Absolute address, unique within the search. */
    public String url;

    @Enumerated(EnumType.STRING)
    public CandidateOrigin origin;

    @Enumerated(EnumType.STRING)
    public CandidateVerdict verdict = CandidateVerdict.WAITING;

    /** Why it was refused, for a person to read. */
    public @Nullable String reason;

    @Enumerated(EnumType.STRING)
    public @Nullable FeedKind kind;

    public @Nullable String title;

    /** BCP 47 as announced. */
    public @Nullable String language;

    public int entries;
    public @Nullable Instant newestAt;

    /** One number for the address of each of its newest entries, by which feeds that announce the same are told. */
    public Long[] entryKeys = {};

    /** When each of those entries was published, in seconds since 1970; 0 where it does not say. */
    public Long[] entryTimes = {};

    /** Whether it belongs to the few that together announce what the others do. */
    public boolean suggested;

    @SuppressWarnings("NullAway.Init")
    protected FeedCandidate() {}

    public FeedCandidate(OutletSearch search, String url, CandidateOrigin origin) {
        this.search = search;
        this.url = url;
        this.origin = origin;
    }
}
