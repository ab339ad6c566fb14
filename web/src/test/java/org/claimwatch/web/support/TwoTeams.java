package org.claimwatch.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Routes.Route;

/** The river desk and the health desk, each with rows of its own in every table, so that one can be kept from the other's. */
@ApplicationScoped
public class TwoTeams {
    /** What the river desk calls its monitor, which nobody else may read. */
    public static final String SECRET = "Secret of the river desk";

    /** Whom the river desk's digest goes to. */
    public static final String SECRET_ADDRESS = "secret@river.example";

    /** What the two teams have, and one row of the health desk's by the place that it is found at. */
    private record Rows(Made river, Made health, long tagOfRiver, Map<String, Long> ofHealth) {}

    private final Press press;
    private final Desk desk;
    private Rows rows;

    TwoTeams(Press press, Desk desk) {
        this.press = press;
        this.desk = desk;
    }

    private synchronized Rows rows() {
        if (rows == null) {
            press.gold();
            Made river = desk.make("river-desk", SECRET, "ceasefire", Instant.now(), SECRET_ADDRESS);
            Made health = desk.make("health-desk", "Vaccines", "vaccine", Instant.now(), "noor@health.example");
            long tag = desk.oneOfEach("river-desk", river).get("tags");
            rows = new Rows(river, health, tag, desk.oneOfEach("health-desk", health));
        }
        return rows;
    }

    public Made river() {
        return rows().river();
    }

    public Made health() {
        return rows().health();
    }

    /** Something at a route of the river desk's that is there, in the team or, of actors and claims, for all. */
    public long ofRiver(Route route) {
        if (route.template().contains("/merges/actors/{id")) {
            return press.actor("Nadia Ferrow");
        }
        if (route.template().contains("/claims/{id")) {
            return press.claim(press.gold().claims().getFirst().id());
        }
        if (route.place().equals("tags")) {
            return rows().tagOfRiver();
        }
        return route.template().contains("digests") ? river().digest() : river().monitor();
    }

    /** A row of the health desk's in the table that a route is about. */
    public long ofHealth(Route route) {
        return Objects.requireNonNull(
                rows().ofHealth().get(route.place()), () -> "No row for %s in Desk.oneOfEach".formatted(route));
    }

    /** The ids of the health desk's rows, of whatever table. */
    public Set<Long> allOfHealth() {
        return Set.copyOf(rows().ofHealth().values());
    }
}
