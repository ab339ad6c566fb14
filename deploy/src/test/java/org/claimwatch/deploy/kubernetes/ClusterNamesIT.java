package org.claimwatch.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimwatch.deploy.kubernetes.Manifests.each;
import static org.claimwatch.deploy.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the manifests ask of the services, asked of the running ones: probes, metrics and the scalers' queries. */
@ExtendWith(WholeStack.class)
class ClusterNamesIT {
    private static final Pattern METRIC = Pattern.compile("\\b(claimwatch|jvm)_[a-z_]+");
    private final Manifests production = Manifests.overlay("production");

    @Test
    void the_probes_answer_on_the_management_port_and_nowhere_else(LocalStack stack) throws Exception {
        for (Map.Entry<String, Integer> service : ports(stack.ports()).entrySet()) {
            JsonNode container = production
                    .of("Deployment")
                    .filter(it -> name(it).equals("claimwatch-" + service.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/template/spec/containers/0");
            for (String probe : Set.of("startup", "liveness", "readiness")) {
                String path = container.at("/" + probe + "Probe/httpGet/path").asText();
                assertThat(get(service.getValue(), path).statusCode())
                        .as(service.getKey() + path)
                        .isEqualTo(200);
            }
            assertThat(get(service.getValue(), "/q/health/live").body())
                    .as("liveness asks nothing of the database")
                    .doesNotContainIgnoringCase("database");
        }
        assertThat(get(stack.ports().web(), "/q/metrics").statusCode()).isNotEqualTo(200);
    }

    @Test
    void every_metric_of_an_alert_or_a_chart_is_exported(LocalStack stack, Browser browser) throws Exception {
        new ReadPress(stack.database()).awaitEnd();
        Set<String> named = new TreeSet<>();
        production
                .of("PrometheusRule")
                .forEach(rules -> each(rules.at("/spec/groups/0/rules"))
                        .forEach(it -> named.addAll(metrics(it.path("expr").asText()))));
        String dashboard = Files.readString(Manifests.ROOT.resolve("components/monitoring/claimwatch.json"));
        named.addAll(metrics(dashboard));
        assertThat(named).hasSizeGreaterThan(12);

        // What is counted by what comes of it is there from the first time on: services were killed and started since.
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben");
                Connection connection = stack.database().getConnection();
                Statement statement = connection.createStatement()) {
            ben.sees("h1");
            statement.execute("update feed set next_poll_at = now()");
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                // A silence that the watch finds to be none is ended by it.
                statement.execute("""
                        insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance)
                        select min(id), now() - interval '7 hours', now(), 50, 9, 1e-6 from outlet on conflict do nothing""");
                assertThat(exported(stack)).contains(named);
            });
            statement.execute("delete from outlet_silence");
        }
    }

    private static String exported(LocalStack stack) throws IOException, InterruptedException {
        StringBuilder exported = new StringBuilder();
        for (int port : ports(stack.ports()).values()) {
            exported.append(get(port, "/q/metrics").body());
        }
        return exported.toString();
    }

    @Test
    void a_scaler_may_ask_what_it_asks(LocalStack stack) throws SQLException {
        for (JsonNode scaler : production.of("ScaledObject").toList()) {
            try (var connection = stack.database().getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery(
                                    scaler.at("/spec/triggers/0/metadata/query").asText())) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isNotNegative();
            }
        }
    }

    private static Set<String> metrics(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Map<String, Integer> ports(Ports ports) {
        return Map.of(
                "ingest", ports.probes().ingest(),
                "analysis", ports.probes().analysis(),
                "web", ports.probes().web());
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
