package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** PostgreSQL's own account of the slowest queries: auto_explain, in sessions that begin after it is switched on. */
final class SlowPlans {
    private static final Pattern PLAN =
            Pattern.compile("duration: ([\\d.]+) ms {2}plan:\\n((?:\\t.*\\n|\\s+.*\\n)+)", Pattern.MULTILINE);

    private final DataSource superuser;
    private final Path log;

    SlowPlans(DataSource superuser, Path log) {
        this.superuser = superuser;
        this.log = log;
    }

    void on(int milliseconds) throws SQLException {
        run("alter database claimwatch set session_preload_libraries = 'auto_explain'");
        run("alter database claimwatch set auto_explain.log_min_duration = " + milliseconds);
        run("alter database claimwatch set auto_explain.log_analyze = on");
        run("alter database claimwatch set auto_explain.log_timing = off");
        run("alter database claimwatch set auto_explain.log_buffers = on");
    }

    void off() throws SQLException {
        for (String name : List.of("log_min_duration", "log_analyze", "log_timing", "log_buffers")) {
            run("alter database claimwatch reset auto_explain." + name);
        }
        run("alter database claimwatch reset session_preload_libraries");
    }

    /** The slowest first, each with its text. */
    List<String> slowest(int most) throws IOException {
        return PLAN.matcher(Files.readString(log))
                .results()
                .sorted(Comparator.comparingDouble((MatchResult plan) -> -Double.parseDouble(plan.group(1))))
                .limit(most)
                .map(MatchResult::group)
                .toList();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute(sql);
        }
    }
}
