package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.jspecify.annotations.Nullable;

/** Plays ingest's part in a search for feeds, on hosts called {@code searched.example}. */
@ApplicationScoped
public class Searching {
    private final EntityManager entities;

    Searching(EntityManager entities) {
        this.entities = entities;
    }

    public long start(String address) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var search = new OutletSearch(address, Instant.now());
            search.homeUrl = address;
            search.name = "Searched Post";
            search.language = "de";
            search.country = "AT";
            search.iconUrl = "https://searched.example/icon.png";
            entities.persist(search);
            return search.id;
        });
    }

    public void found(long search, String url, FeedKind kind, String title, boolean suggested) {
        QuarkusTransaction.requiringNew().run(() -> {
            var feed = candidate(search, url);
            feed.verdict = CandidateVerdict.FEED;
            feed.kind = kind;
            feed.title = title;
            feed.language = "de";
            feed.entries = 12;
            feed.newestAt = Instant.now();
            feed.suggested = suggested;
            entities.persist(feed);
        });
    }

    public void refused(long search, String url, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            var other = candidate(search, url);
            other.verdict = CandidateVerdict.REFUSED;
            other.reason = reason;
            entities.persist(other);
        });
    }

    private FeedCandidate candidate(long search, String url) {
        return new FeedCandidate(entities.find(OutletSearch.class, search), url, CandidateOrigin.LINK_TAG);
    }

    public void end(long search, SearchState state, @Nullable String problem) {
        QuarkusTransaction.requiringNew().run(() -> {
            var ended = entities.find(OutletSearch.class, search);
            ended.state = state;
            ended.problem = problem;
            ended.endedAt = Instant.now();
        });
    }

    public long outlet(String name, String home) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var outlet = new Outlet(name, home, Instant.now());
            entities.persist(outlet);
            return outlet.id;
        });
    }

    public void tidy() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from outlet_search").executeUpdate();
            entities.createNativeQuery("delete from outlet_import").executeUpdate();
            entities.createNativeQuery("delete from outlet where home_url like '%searched.example%'")
                    .executeUpdate();
            entities.createNativeQuery("delete from ingest_task where task_name = 'discover-feeds'")
                    .executeUpdate();
        });
    }
}
