package org.claimwatch.deploy.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** The pages that people look at, with addresses of what the database holds. */
final class MainPages {
    private static final int OF_EACH = 200;

    private final Map<String, List<String>> addresses = new LinkedHashMap<>();
    private final List<String> names;

    MainPages(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            add("today", "/");
            add("claims", "/claims");
            add("claims, 30 days", "/claims?period=30d");
            add("claims, new", "/claims?show=new");
            add("stories", "/stories");
            add("actors", "/actors");
            add("outlets", "/outlets");
            add("matrix", "/matrix");
            add("network", "/network");
            add("claim", connection, "/claims/%s", """
                    select claim_id::text from claim_statement where id > (select max(id) - 50000 from claim_statement)
                    order by random() limit %d""");
            add("story", connection, "/stories/%s", "select id::text from story order by random() limit %d");
            add("article", connection, "/articles/%s", """
                    select id::text from article where id > (select max(id) - 50000 from article)
                    order by random() limit %d""");
            add("actor", connection, "/actors/%s", "select id::text from actor order by random() limit %d");
            add("outlet", connection, "/outlets/%s", "select id::text from outlet order by random() limit %d");
            String speakers = """
                    select speaker_name from statement
                    where speaker_kind = 'PERSON' and id > (select max(id) - 50000 from statement)
                    order by random() limit %d""";
            add("search, speaker", connection, "/search?q=speaker%%3A%%22%s%%22", speakers);
            add(
                    "search, words",
                    "/search?q=ceasefire",
                    "/search?q=vaccine+children",
                    "/search?q=%22key+rate%22",
                    "/search?q=dam+NEAR%2F5+water");
            add("search, articles", "/search?q=ceasefire&as=articles", "/search?q=strike&as=articles");
            add("search, all time", connection, "/search?period=all&q=%s", speakers);
            add("search, facets", connection, "/search?period=all&facets=now&q=%s", speakers);
        }
        this.names = List.copyOf(addresses.keySet());
    }

    List<String> names() {
        return names;
    }

    String any(String name, RandomGenerator random) {
        List<String> of = addresses.getOrDefault(name, List.of("/"));
        return of.get(random.nextInt(of.size()));
    }

    private void add(String name, String... of) {
        addresses.put(name, List.of(of));
    }

    private void add(String name, Connection connection, String address, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(OF_EACH))) {
            while (rows.next()) {
                found.add(address.formatted(URLEncoder.encode(rows.getString(1), StandardCharsets.UTF_8)));
            }
        }
        if (!found.isEmpty()) {
            addresses.put(name, found);
        }
    }
}
