package org.claimwatch.web.security;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells each connection, whenever it leaves the pool, whose rows it may show. It always tells, so nothing of the one who
 * had it before is left; and since a transaction keeps its connection, nobody's sight changes within one.
 */
@Singleton
public class TeamOfConnection implements AgroalPoolInterceptor {
    private static final String TELL = """
            select set_config('claimwatch.teams', ?, false), set_config('claimwatch.actor', ?, false),
                   set_config('claimwatch.rounds', ?, false), set_config('claimwatch.token', ?, false),
                   set_config('claimwatch.signing_in', '', false)""";

    private final CurrentViewer viewer;

    TeamOfConnection(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Sight sight = sight();
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, sight.team() == null ? "" : sight.team().toString());
            tell.setString(2, sight.actor() == null ? "" : sight.actor().toString());
            tell.setString(3, sight.rounds() ? "on" : "");
            tell.setString(4, sight.token() == null ? "" : sight.token());
            tell.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take whose rows a connection may show", e);
        }
    }

    private Sight sight() {
        if (TeamRows.SIGHT.isBound()) {
            return TeamRows.SIGHT.get();
        }
        return Arc.container().requestContext().isActive() ? viewer.sight() : Sight.NONE;
    }
}
