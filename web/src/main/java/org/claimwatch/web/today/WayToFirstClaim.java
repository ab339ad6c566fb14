package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.today.FirstSteps.Counts;
import org.claimwatch.web.today.FirstSteps.Link;
import org.claimwatch.web.today.FirstSteps.State;
import org.claimwatch.web.today.FirstSteps.Step;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.TodayWords;

/** How far has this instance come, and what is the next step? */
@ApplicationScoped
class WayToFirstClaim {
    /** From so many read articles on, an instance with a claim needs no guide. */
    private static final int AT_HOME = 20;

    private final Rows rows;

    WayToFirstClaim(Rows rows) {
        this.rows = rows;
    }

    private record Looking(long id, String address) {}

    /** Nothing once the instance has found its feet. */
    Optional<FirstSteps> of(boolean administers) {
        boolean young = rows.number("""
                        select case when not exists (select from claim) or (select count(*) from (
                          select from article_version where analysed_at is not null limit %d) read) < %d
                        then 1 else 0 end""".formatted(AT_HOME, AT_HOME), Map.of()) == 1;
        if (!young) {
            return Optional.empty();
        }
        Counts counts = rows.first(Counts.class, """
                        select (select count(*) from outlet) as outlets, (select count(*) from feed) as feeds,
                               (select count(*) from feed where last_success_at is not null) as polled,
                               (select count(*) from feed where state in ('FAILING', 'RETIRED')) as failing,
                               (select count(*) from article) as announced,
                               (select count(*) from article where fetch_state = 'FETCHED') as fetched,
                               (select count(*) from article where fetch_state in ('FAILED', 'DISALLOWED')) as refused,
                               (select count(distinct article_id) from article_version where analysed_at is not null)
                                 as analysed,
                               (select count(*) from statement) as statements,
                               (select min(id) from claim) as claim""", Map.of()).orElseThrow();
        var steps = List.of(outlets(counts, administers), feeds(counts), fetched(counts), read(counts), claim(counts));
        return Optional.of(new FirstSteps(inOrder(steps), counts));
    }

    private Step outlets(Counts counts, boolean administers) {
        if (counts.outlets() > 0) {
            return new Step(
                    TodayWords.SAY.addOutlet(), CountWords.SAY.outlets(counts.outlets()), State.DONE, 0, 0, null);
        }
        Optional<Looking> looking = rows.first(
                Looking.class,
                "select id, address from outlet_search where outlet_id is null and state <> 'FAILED'"
                        + " order by started_at desc limit 1",
                Map.of());
        if (administers && looking.isPresent()) {
            return new Step(
                    TodayWords.SAY.addOutlet(),
                    TodayWords.SAY.lookingFor(host(looking.get().address())),
                    State.NOW,
                    0,
                    0,
                    new Link(
                            TodayWords.SAY.chooseFeeds(),
                            "/outlets/searches/" + looking.get().id()));
        }
        return new Step(
                TodayWords.SAY.addOutlet(),
                administers ? TodayWords.SAY.addressIsEnough() : TodayWords.SAY.administratorCan(),
                State.NOW,
                0,
                0,
                administers ? new Link(TodayWords.SAY.addFirst(), "/outlets/new") : null);
    }

    private static Step feeds(Counts counts) {
        String told = TodayWords.SAY.feedsAnswered(CountWords.SAY.feeds(counts.feeds()), counts.polled())
                + (counts.failing() == 0 ? "" : TodayWords.SAY.inTrouble(counts.failing()));
        return new Step(
                TodayWords.SAY.feedsAnswer(),
                told,
                counts.polled() > 0 ? State.DONE : State.NOW,
                counts.polled(),
                counts.feeds(),
                counts.outlets() > 0 && (counts.failing() > 0 || counts.feeds() == 0)
                        ? new Link(TodayWords.SAY.seeObstacle(), "/outlets")
                        : null);
    }

    private static Step fetched(Counts counts) {
        String told = TodayWords.SAY.fetchedOf(counts.fetched(), counts.announced())
                + (counts.refused() == 0 ? "" : TodayWords.SAY.notToBeHad(counts.refused()));
        return new Step(
                TodayWords.SAY.fetching(),
                told,
                counts.fetched() > 0 ? State.DONE : State.NOW,
                counts.fetched(),
                counts.announced(),
                null);
    }

    private static Step read(Counts counts) {
        return new Step(
                TodayWords.SAY.readingArticles(),
                TodayWords.SAY.readOf(
                        counts.analysed(), counts.fetched(), CountWords.SAY.statements(counts.statements())),
                counts.analysed() > 0 ? State.DONE : State.NOW,
                counts.analysed(),
                counts.fetched(),
                counts.statements() > 0 ? new Link(TodayWords.SAY.seeStatements(), "/search?period=all") : null);
    }

    private static Step claim(Counts counts) {
        Long claim = counts.claim();
        return claim == null
                ? new Step(TodayWords.SAY.firstClaim(), TodayWords.SAY.firstClaimWaits(), State.NOW, 0, 0, null)
                : new Step(
                        TodayWords.SAY.firstClaim(),
                        TodayWords.SAY.hereItIs(),
                        State.DONE,
                        0,
                        0,
                        new Link(TodayWords.SAY.openIt(), "/claims/" + claim));
    }

    /** One step is the next; what comes after it waits, and so counts nothing yet. */
    private static List<Step> inOrder(List<Step> steps) {
        var ordered = new ArrayList<Step>();
        boolean waits = false;
        for (Step step : steps) {
            ordered.add(
                    waits && step.state() == State.NOW ? new Step(step.title(), "", State.LATER, 0, 0, null) : step);
            waits |= step.state() == State.NOW;
        }
        return List.copyOf(ordered);
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? address : host;
    }
}
