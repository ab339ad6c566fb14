package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.claimwatch.deploy.local.Backup;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalPostgres;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: data are kept, lost and restored, and every row of every table is the same. */
class BackupIT {
    /** A digest of all rows of all tables, whatever their order. */
    private static final String CHECKSUM = """
            select md5(string_agg(name || ' ' || rows, E'\\n' order by name)) from (
              select table_name as name, (xpath('/row/sum/text()', query_to_xml(format(
                $q$select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from %I t$q$,
                table_name), false, true, '')))[1]::text as rows
              from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE') each""";

    @Test
    void what_was_kept_comes_back_row_for_row(@TempDir Path temporary) throws Exception {
        Folders folders = WholeStack.folders("kept");
        Files.createDirectories(folders.data().resolve("logs"));
        Files.createDirectories(folders.data().resolve("running"));
        folders.deleteData();
        Path page = folders.data().resolve("archive/2026/page.warc.gz");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "a page as it was fetched");
        String before;
        try (LocalPostgres postgres = new LocalPostgres(folders, Ports.free())) {
            postgres.start();
            postgres.migrate();
            fill(postgres.app());
            before = checksum(postgres.app());
        }
        Path copy = temporary.resolve("copy");
        assertThat(new Backup(folders).to(copy)).isGreaterThan(500);
        assertThatThrownBy(() -> new Backup(folders).from(copy)).hasMessageContaining("There are data");

        folders.deleteData();
        new Backup(folders).from(copy);

        try (LocalPostgres postgres = new LocalPostgres(folders, Ports.free())) {
            postgres.start();
            assertThat(checksum(postgres.app())).isEqualTo(before);
        }
        assertThat(page).hasContent("a page as it was fetched");
        Files.writeString(copy.resolve("archive/2026/page.warc.gz"), "a page that somebody changed");
        folders.deleteData();
        assertThatThrownBy(() -> new Backup(folders).from(copy)).hasMessageContaining("not as it was kept");
    }

    private static void fill(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into outlet (name, home_url, language)
                    select 'Outlet ' || n, 'https://outlet-' || n || '.example/', 'en' from generate_series(1, 2000) n""");
            statement.execute("""
                    insert into feed (outlet_id, url)
                    select id, home_url || 'feed.xml' from outlet""");
        }
    }

    private static String checksum(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHECKSUM)) {
            row.next();
            return row.getString(1);
        }
    }
}
