package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.claimwatch.web.support.AsBen;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The database ends sessions, as it does when it starts anew: no reader sees an error for it. */
@QuarkusTest
@AsBen
class IdleConnectionsTest {
    private static final int READERS = 8;

    @Test
    void that_the_database_ended_are_no_readers_trouble() throws Exception {
        assertThat(statuses()).containsOnly(200);
        await().until(IdleConnectionsTest::ended, ended -> ended >= 2);
        assertThat(statuses()).containsOnly(200);
    }

    /** Of many readers at one time, so that each connection of the pool is taken. */
    private static List<Integer> statuses() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/search?period=all".formatted(RestAssured.port)))
                    .build();
            return IntStream.range(0, READERS)
                    .mapToObj(n -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();
        }
    }

    /** How many sessions it ended now: those that were idle for longer than the pool trusts them. */
    private static long ended() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (Connection connection = DriverManager.getConnection(url.replace("user=claimwatch_app", "user=postgres"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where usename = 'claimwatch_app' and state = 'idle'
                          and state_change < clock_timestamp() - interval '1.1 seconds'""")) {
            found.next();
            return found.getLong(1);
        }
    }
}
