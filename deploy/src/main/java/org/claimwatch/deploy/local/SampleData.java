package org.claimwatch.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Puts the sample press and the demo team into the tables; doing it again changes nothing. */
final class SampleData {
    private final Path articles;
    private final Ports ports;

    SampleData(Folders folders, Ports ports) {
        this.articles = folders.samplePress().resolve("articles.jsonl");
        this.ports = ports;
    }

    void insert(DataSource dataSource) throws SQLException, IOException {
        Map<String, JsonNode> outlets = outlets();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (SampleOutlet outlet : SampleOutlet.values()) {
                long id = insert(connection, outlet, Objects.requireNonNull(outlets.get(outlet.domain), outlet.domain));
                for (String feed : outlet.feeds) {
                    insertFeed(connection, id, outlet.base(ports) + feed);
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute(demoTeam());
            }
            connection.commit();
        }
    }

    private Map<String, JsonNode> outlets() throws IOException {
        Map<String, JsonNode> outlets = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(articles)) {
            JsonNode outlet = json.readTree(line).get("outlet");
            outlets.putIfAbsent(outlet.get("domain").asText(), outlet);
        }
        return outlets;
    }

    private long insert(Connection connection, SampleOutlet outlet, JsonNode facts) throws SQLException {
        String sql = """
                insert into outlet (name, home_url, country, language, ownership) values (?, ?, ?, ?, ?)
                on conflict (home_url) do update set name = excluded.name
                returning id""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, facts.get("name").asText());
            insert.setString(2, outlet.base(ports) + "/");
            insert.setString(3, facts.get("country").asText());
            insert.setString(4, facts.get("language").asText());
            insert.setString(5, facts.get("ownership").asText());
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return inserted.getLong(1);
            }
        }
    }

    private static void insertFeed(Connection connection, long outletId, String url) throws SQLException {
        String sql = "insert into feed (outlet_id, url) values (?, ?) on conflict (url) do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, outletId);
            insert.setString(2, url);
            insert.execute();
        }
    }

    static String demoTeam() throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleData.class.getResourceAsStream("/demo-team.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
