package org.claimwatch.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** compose.yaml holds no field that the Compose Specification does not have, and every name in it exists. */
class ComposeTest {
    private static final Set<String> TOP = Set.of("name", "services", "volumes", "networks", "configs", "secrets");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "command",
            "entrypoint",
            "environment",
            "ports",
            "volumes",
            "depends_on",
            "healthcheck",
            "restart",
            "read_only",
            "user",
            "cap_drop",
            "security_opt",
            "tmpfs",
            "stop_grace_period",
            "mem_limit");
    private static final Set<String> HEALTH =
            Set.of("test", "interval", "timeout", "retries", "start_period", "disable");
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    private final JsonNode compose = merged();

    @Test
    void every_field_is_one_of_the_specification() {
        assertThat(compose.fieldNames())
                .toIterable()
                .allSatisfy(it -> assertThat(TOP.contains(it) || it.startsWith("x-"))
                        .as(it)
                        .isTrue());
        compose.path("services").properties().forEach(it -> {
            assertThat(it.getValue().fieldNames()).toIterable().as(it.getKey()).isSubsetOf(SERVICE);
            assertThat(it.getValue().path("healthcheck").fieldNames())
                    .toIterable()
                    .isSubsetOf(HEALTH);
            it.getValue()
                    .path("environment")
                    .forEach(value -> assertThat(value.isTextual())
                            .as("a variable of " + it.getKey() + " is text: " + value)
                            .isTrue());
        });
    }

    @Test
    void what_is_waited_for_mounted_or_called_exists() {
        JsonNode services = compose.path("services");
        services.properties().forEach(service -> {
            service.getValue().path("depends_on").properties().forEach(it -> {
                assertThat(services.has(it.getKey())).as(it.getKey()).isTrue();
                assertThat(CONDITIONS).contains(it.getValue().path("condition").asText());
            });
            service.getValue().path("volumes").forEach(it -> {
                String from = it.asText().split(":", -1)[0];
                boolean there = from.startsWith(".")
                        ? Files.exists(Path.of(from))
                        : compose.path("volumes").has(from);
                assertThat(there).as(from).isTrue();
            });
        });
        JsonNode web = services.at("/web/environment");
        for (String address : Set.of("CLAIMWATCH_ARCHIVE_ADDRESS", "QUARKUS_OIDC_AUTH_SERVER_URL")) {
            String host = web.path(address).asText().replaceAll("http://([^:]+):.*", "$1");
            assertThat(services.has(host)).as(address).isTrue();
        }
    }

    @Test
    void only_this_machine_reaches_it_and_no_service_of_ours_is_root() {
        compose.path("services")
                .properties()
                .forEach(it -> it.getValue()
                        .path("ports")
                        .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
        for (String service : Set.of("ingest", "analysis", "web")) {
            assertThat(compose.at("/services/" + service + "/user").asText()).isEqualTo("10001:10001");
            assertThat(compose.at("/services/" + service + "/read_only").asBoolean())
                    .isTrue();
        }
    }

    /** Jackson follows aliases but leaves YAML's merge key to us. */
    private static JsonNode merged() {
        try {
            String yaml = Files.readString(Path.of("compose.yaml"));
            Object loaded = new org.yaml.snakeyaml.Yaml().load(yaml);
            return new com.fasterxml.jackson.databind.ObjectMapper().convertValue(loaded, ObjectNode.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
