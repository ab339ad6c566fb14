package org.claimwatch.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimwatch.common.support.Sql.execute;
import static org.claimwatch.common.support.Sql.strings;
import static org.claimwatch.common.support.Sql.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.common.support.AnyRow;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever has a {@code team_id} is invisible to other teams by the database itself: each such table is found through the
 * catalogue and gets a row of two teams, so one that is added later is tested without being listed.
 */
class RowSecurityTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final long OURS = 71;
    private static final long THEIRS = 72;

    private static List<String> tables;

    @BeforeAll
    static void two_teams_have_a_row_in_every_table() throws SQLException {
        DATABASE.start();
        try (Connection superuser = DATABASE.superuser().getConnection()) {
            tables = strings(superuser, """
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'team_id'
                    order by 1""");
            execute(superuser, "set session_replication_role = replica");
            execute(
                    superuser,
                    "insert into team (id, slug, name) values (71, 'ours', 'Ours'), (72, 'theirs', 'Theirs')");
            for (String table : tables) {
                // What a row must say is other tests' matter: here any row will do, so long as it is one team's.
                for (String check : strings(superuser, """
                        select conname from pg_constraint where contype = 'c' and conrelid = '%s'::regclass""".formatted(table))) {
                    execute(superuser, "alter table %s drop constraint \"%s\"".formatted(table, check));
                }
                execute(superuser, AnyRow.of(superuser, table, OURS));
                execute(superuser, AnyRow.of(superuser, table, THEIRS));
            }
        }
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void is_forced_on_every_table_of_a_team() throws SQLException {
        assertThat(tables).contains("audit_entry", "digest", "digest_issue", "membership", "monitor", "review");
        try (Connection superuser = DATABASE.superuser().getConnection()) {
            assertThat(strings(superuser, """
                    select c.relname from pg_class c
                    where c.relname in (%s) and not (c.relrowsecurity and c.relforcerowsecurity
                      and exists (select from pg_policy p where p.polrelid = c.oid))""".formatted(quoted(tables))))
                    .as("tables with a team_id that lack `call protect_team_table('…')` in their migration")
                    .isEmpty();
            assertThat(strings(superuser, """
                    select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid
                    where c.relname in (%s) and pg_get_expr(p.polqual, p.polrelid) = 'true'""".formatted(quoted(tables))))
                    .as("a policy that lets everybody see is none")
                    .isEmpty();
        }
    }

    @Test
    void binds_the_services_which_own_nothing_and_bypass_nothing() throws SQLException {
        try (Connection superuser = DATABASE.superuser().getConnection()) {
            assertThat(strings(superuser, """
                    select rolname from pg_roles where rolname in ('claimwatch_app', 'claimwatch_owner')
                      and (rolsuper or rolbypassrls)""")).isEmpty();
            assertThat(strings(superuser, """
                    select relname from pg_class where relowner = 'claimwatch_app'::regrole""")).isEmpty();
            assertThat(strings(
                            superuser,
                            "select 'member' where pg_has_role('claimwatch_app', 'claimwatch_owner', 'member')"))
                    .isEmpty();
            assertThat(strings(superuser, """
                    select v.relname from pg_class v
                    join pg_rewrite w on w.ev_class = v.oid join pg_depend d on d.objid = w.oid and d.refobjid <> v.oid
                    join pg_class t on t.oid = d.refobjid
                    where v.relkind in ('v', 'm') and t.relname in (%s)
                      and not coalesce(v.reloptions @> array['security_invoker=true'], false)""".formatted(quoted(tables))))
                    .as("views that would show every team's rows, being the owner's")
                    .isEmpty();
            assertThat(strings(superuser, """
                    select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace""")).containsOnly("note_change");
        }
    }

    @Test
    void shows_a_team_its_own_rows_and_none_of_another() throws SQLException {
        var each = new SoftAssertions();
        for (String table : tables) {
            as(OURS, connection -> {
                each.assertThat(count(connection, table, OURS)).as(table).isPositive();
                each.assertThat(count(connection, table, THEIRS)).as(table).isZero();
            });
        }
        each.assertAll();
    }

    @Test
    void lets_no_team_change_delete_or_plant_another_ones_rows() throws SQLException {
        var each = new SoftAssertions();
        for (String table : tables) {
            as(OURS, connection -> {
                changesNothing(
                        each,
                        connection,
                        table,
                        "update %s set team_id = %d where team_id = %d".formatted(table, THEIRS, THEIRS));
                changesNothing(each, connection, table, "delete from %s where team_id = %d".formatted(table, THEIRS));
                refuses(each, connection, table, AnyRow.of(connection, table, THEIRS));
                refuses(each, connection, table, "update %s set team_id = %d".formatted(table, THEIRS));
            });
        }
        each.assertAll();
    }

    @Test
    void shows_nothing_and_takes_nothing_without_a_team() throws SQLException {
        var each = new SoftAssertions();
        for (String table : tables) {
            for (String setting : List.of("", "0", "999")) {
                as(setting, connection -> {
                    each.assertThat(count(connection, table, OURS)).as(table).isZero();
                    refuses(each, connection, table, AnyRow.of(connection, table, OURS));
                });
            }
        }
        each.assertAll();
        as(
                "",
                connection ->
                        assertThat(strings(connection, "select slug from team")).isEmpty());
        as(
                Long.toString(OURS),
                connection ->
                        assertThat(strings(connection, "select slug from team")).containsExactly("ours"));
    }

    @Test
    void binds_the_owner_too() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            for (String table : tables) {
                assertThat(count(owner, table, OURS)).as(table).isZero();
            }
        }
    }

    @Test
    void a_setting_of_one_transaction_is_gone_after_it() throws SQLException {
        try (Connection connection = DATABASE.app().getConnection()) {
            connection.setAutoCommit(false);
            for (boolean commits : List.of(true, false)) {
                execute(connection, "select set_config('claimwatch.teams', '71', true)");
                assertThat(count(connection, "monitor", OURS)).isEqualTo(1);
                if (commits) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                assertThat(count(connection, "monitor", OURS)).isZero();
            }
        }
    }

    @Test
    void rounds_look_and_never_touch() throws SQLException {
        try (Connection connection = DATABASE.app().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('claimwatch.rounds', 'on', true)");
            assertThat(count(connection, "digest", OURS) + count(connection, "digest", THEIRS))
                    .isEqualTo(2);
            assertThat(count(connection, "membership", OURS))
                    .as("nothing is due there")
                    .isZero();
            assertThat(update(connection, "delete from digest")).isZero();
            assertThat(update(connection, "update digest set language = 'de'")).isZero();
        }
    }

    @Test
    void the_audit_log_tells_each_change_and_forgets_none() throws SQLException {
        try (Connection connection = DATABASE.app().getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "select set_config('claimwatch.teams', '71', true), set_config('claimwatch.actor', '7', true)");
            try (Connection superuser = DATABASE.superuser().getConnection()) {
                execute(superuser, "insert into account (id, subject, name) values (7, 'seven', 'Seven')");
            }
            execute(
                    connection,
                    "insert into monitor (id, team_id, name, query, created_by) values (700, 71, 'Water', 'dam', 7)");
            execute(connection, "update monitor set query = 'dam OR river' where id = 700");
            execute(connection, "update monitor set query = query where id = 700");
            execute(connection, "delete from monitor where id = 700");
            assertThat(strings(connection, """
                    select concat_ws(' ', action, subject, subject_id, actor_id, changes ->> 'query') from audit_entry
                    where subject_id = 700 order by id"""))
                    .containsExactly(
                            "ADDED monitor 700 7 [null, \"dam\"]",
                            "CHANGED monitor 700 7 [\"dam\", \"dam OR river\"]",
                            "REMOVED monitor 700 7 [\"dam OR river\", null]");
            connection.commit();
        }
        for (String change : List.of(
                "delete from audit_entry",
                "update audit_entry set action = 'ADDED'",
                "truncate audit_entry",
                "insert into audit_entry (team_id, action, subject, changes) values (71, 'ADDED', 'monitor', '{}')")) {
            as(
                    OURS,
                    connection -> assertThatThrownBy(() -> execute(connection, change))
                            .hasMessageContaining("permission denied"));
            if (!change.startsWith("insert")) {
                try (Connection owner = DATABASE.owner().getConnection()) {
                    assertThatThrownBy(() -> execute(owner, change)).hasMessageContaining("append-only");
                }
            }
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static void as(long team, Work work) throws SQLException {
        as(Long.toString(team), work);
    }

    /** In a transaction that is rolled back. */
    private static void as(String teams, Work work) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('claimwatch.teams', '%s', true)".formatted(teams));
            work.on(connection);
            connection.rollback();
        }
    }

    private static void changesNothing(SoftAssertions each, Connection connection, String table, String sql)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            each.assertThat(update(connection, sql)).as(sql).isZero();
        } catch (SQLException e) {
            each.assertThat(e.getMessage()).as(sql).contains("permission denied for table " + table);
        }
        connection.rollback(before);
    }

    private static void refuses(SoftAssertions each, Connection connection, String table, String sql)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            update(connection, sql);
            each.fail("accepted: " + sql);
        } catch (SQLException e) {
            each.assertThat(e.getMessage())
                    .as(sql)
                    .containsAnyOf(
                            "new row violates row-level security policy", "permission denied for table " + table);
        }
        connection.rollback(before);
    }

    private static long count(Connection connection, String table, long team) throws SQLException {
        return Long.parseLong(strings(connection, "select count(*) from %s where team_id = %d".formatted(table, team))
                .getFirst());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
