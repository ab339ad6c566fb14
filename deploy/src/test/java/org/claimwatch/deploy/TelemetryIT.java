package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.TraceCollector;
import org.claimwatch.deploy.support.TraceCollector.Seen;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An article can be followed from the poll to the mail, in a collector and in the logs, as whoever runs an instance sees them. */
@ExtendWith(WholeStack.class)
class TelemetryIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LocalStack stack;
    private Everything database;
    private TraceCollector collector;

    @BeforeEach
    void read(LocalStack stack, TraceCollector collector) {
        this.stack = stack;
        this.collector = collector;
        database = new Everything(stack);
        new ReadPress(stack.database()).awaitEnd();
    }

    @Test
    void one_trace_follows_an_article_from_the_poll_through_both_services() {
        String version = database.lines("select max(id) from article_version where number = 1")
                .getFirst();
        String article = database.lines("select article_id from article_version where id = " + version)
                .getFirst();
        waiting().untilAsserted(() -> {
            Seen analysis = newest("analyse-version", version).orElseThrow();
            Seen fetch = parent(analysis).orElseThrow();
            Seen poll = parent(fetch).orElseThrow();
            assertThat(analysis.service()).isEqualTo("claimwatch-analysis");
            assertThat(fetch.name()).isEqualTo("fetch-article");
            assertThat(fetch.task()).isEqualTo(article);
            assertThat(poll.name()).isEqualTo("poll-feed");
            assertThat(poll.service()).isEqualTo("claimwatch-ingest");
            assertThat(poll.trace()).isEqualTo(fetch.trace()).isEqualTo(analysis.trace());
        });
    }

    @Test
    void an_edition_links_to_the_articles_that_it_tells_of() {
        Editions editions = new Editions(database, stack.mailCatcher());
        editions.begin();
        // As if it had all been read just now.
        database.run("update article_version set analysed_at = now()", "update claim set created_at = now()");
        editions.awaitEnd();
        String issue = database.lines("""
                        select t.digest_issue_id from digest_told t join digest_issue i on i.id = t.digest_issue_id
                        order by t.digest_issue_id desc limit 1""").getFirst();
        waiting().untilAsserted(() -> {
            Seen edition = newest("send-digest-issue", issue).orElseThrow();
            assertThat(edition.service()).isEqualTo("claimwatch-web");
            assertThat(edition.links()).isNotEmpty();
            assertThat(collector.spans().stream()
                            .filter(it -> it.name().equals("analyse-version"))
                            .map(Seen::trace))
                    .containsAll(edition.links());
            assertThat(collector.spans())
                    .as("its copies are sent in its own trace")
                    .anyMatch(it -> it.name().equals("send-mail") && it.trace().equals(edition.trace()));
        });
    }

    @Test
    void each_line_of_a_log_is_json() throws Exception {
        for (String service : List.of("ingest", "analysis", "web")) {
            List<JsonNode> lines = lines(service);
            assertThat(lines).as(service).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("timestamp").asText()).isNotBlank();
                assertThat(line.path("level").asText()).isNotBlank();
                assertThat(line.path("loggerName").asText()).isNotBlank();
            });
        }
    }

    /** In a cluster these lines are all that there is to find out why. */
    @Test
    void what_a_task_that_fails_writes_names_it_and_its_trace() {
        String version = database.lines("select max(id) from article_version").getFirst();
        String trace = "6bf92f3577b34da6a3ce929d0e0e4736";
        try {
            database.run(
                    "create function no_room() returns trigger language plpgsql as 'begin raise exception ''no room''; end'",
                    """
                    create trigger no_room before update on article_version for each row
                    when (new.id = %s and new.analysis_version <> 'none') execute function no_room()""".formatted(version),
                    """
                    with unread as (update article_version set analysis_version = 'none' where id = %1$s returning id)
                    insert into analysis_task (task_name, task_instance, task_data, execution_time, picked, version)
                    select 'analyse-version', id,
                      convert_to('{"articleVersionId":%1$s,"traceparent":"00-%2$s-00f067aa0ba902b7-01"}', 'UTF8'), now(), false, 1
                    from unread""".formatted(version, trace));
            waiting()
                    .untilAsserted(() -> assertThat(lines("analysis"))
                            .filteredOn(line -> line.path("message").asText().contains("no room"))
                            .filteredOn(line -> line.path("level").asText().equals("WARN"))
                            .filteredOn(line -> line.path("loggerName").asText().endsWith("TaskObservation"))
                            .isNotEmpty()
                            .allSatisfy(line -> {
                                assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
                                assertThat(line.at("/mdc/task").asText()).isEqualTo("analyse-version " + version);
                                assertThat(line.at("/exception").isMissingNode())
                                        .isFalse();
                            }));
        } finally {
            database.run(
                    "drop function if exists no_room() cascade",
                    "update analysis_task set execution_time = now() where task_instance = '" + version + "'");
        }
        new ReadPress(stack.database()).awaitEnd();
    }

    /** Names of files that hold passwords, and nothing of what is in them, where anybody who lists processes reads it. */
    @Test
    void no_secret_stands_in_the_environment_of_a_service() {
        String secret = "claimwatch-local-stack-only-known-to-all";
        assertThat(stack.service("web").environment().values()).isNotEmpty().noneMatch(it -> it.contains(secret));
    }

    private Optional<Seen> newest(String name, String task) {
        return collector.spans().reversed().stream()
                .filter(it -> it.name().equals(name) && it.task().equals(task))
                .findFirst();
    }

    private Optional<Seen> parent(Seen child) {
        return collector.spans().stream()
                .filter(it -> it.id().equals(child.parent()) && it.trace().equals(child.trace()))
                .findFirst();
    }

    /** Without those that the JVM itself writes before the service's first. */
    private List<JsonNode> lines(String service) throws IOException {
        Path log = stack.folders().data().resolve("logs").resolve(service + ".log");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (line.startsWith("{")) {
                lines.add(JSON.readTree(line));
            } else if (!lines.isEmpty()) {
                throw new AssertionError(service + " writes a line that no collector can read: " + line);
            }
        }
        return lines;
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions();
    }
}
