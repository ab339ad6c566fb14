package org.claimwatch.web.alert;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A team whose monitors raise alerts, at an hour that the test sets; the monitors are gone afterwards. */
abstract class AlertDesk {
    static final String TEAM = "river-desk";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    SettableClock clock;

    @Inject
    Raising raising;

    @Inject
    EntityManager entities;

    @BeforeEach
    void fill() {
        press.gold();
    }

    @AfterEach
    void forget() {
        clock.reset();
        desk.in(
                TEAM,
                () -> entities.createQuery("delete from Monitor where name like 'Alert %'")
                        .executeUpdate());
    }

    /** The address of the rule of a new monitor, whose name must begin with "Alert". */
    static String watch(String name, String query, String kind, String sensitivity) {
        String monitor = Forms.postAndFollow("/teams/river-desk/monitors", Map.of("name", name, "query", query));
        String rule = monitor.replace("/monitors/", "/alerts/of/");
        Forms.postAndFollow(rule, Map.of("kinds", kind, "sensitivity", sensitivity, "active", "on"));
        return rule;
    }

    static long monitor(String rule) {
        return Long.parseLong(rule.substring(rule.lastIndexOf('/') + 1));
    }

    /** How many it raised. */
    long alerts(String rule) {
        return desk.in(
                TEAM,
                () -> entities.createQuery("select count(*) from Alert where rule.monitor.id = ?1", Long.class)
                        .setParameter(1, monitor(rule))
                        .getSingleResult());
    }
}
