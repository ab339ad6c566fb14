package org.claimwatch.deploy.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimwatch.deploy.kubernetes.Manifests.containers;
import static org.claimwatch.deploy.kubernetes.Manifests.each;
import static org.claimwatch.deploy.kubernetes.Manifests.name;
import static org.claimwatch.deploy.kubernetes.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.QueueState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a manifest names is there: in another manifest, in the code, or in the script that makes the Secrets. */
class NamesTest {
    private static final Pattern SECRET = Pattern.compile("(?m)^secret \\S+ (\\S+) (.*)$");
    private static final Pattern KEY = Pattern.compile("--from-literal=([\\w-]+)=");

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void every_configmap_claim_and_service_that_is_named_exists(Manifests manifests) {
        Set<String> named = new TreeSet<>();
        manifests.workloads().forEach(workload -> {
            containers(workload)
                    .flatMap(it -> each(it.path("envFrom")))
                    .forEach(it ->
                            named.add("ConfigMap/" + it.at("/configMapRef/name").asText()));
            each(pod(workload).path("volumes"))
                    .filter(it -> it.has("persistentVolumeClaim"))
                    .forEach(it -> named.add("PersistentVolumeClaim/"
                            + it.at("/persistentVolumeClaim/claimName").asText()));
        });
        manifests
                .of("Ingress")
                .forEach(ingress -> each(ingress.at("/spec/rules"))
                        .flatMap(it -> each(it.at("/http/paths")))
                        .forEach(it -> named.add(
                                "Service/" + it.at("/backend/service/name").asText())));
        manifests
                .of("HorizontalPodAutoscaler", "ScaledObject")
                .forEach(it -> named.add(
                        "Deployment/" + it.at("/spec/scaleTargetRef/name").asText()));
        String archive = setting(manifests, "claimwatch-web", "CLAIMWATCH_ARCHIVE_ADDRESS");
        named.add("Service/" + archive.replaceAll("http://([^:]+):.*", "$1"));
        Set<String> there = manifests.objects().stream()
                .map(it -> Manifests.kind(it) + "/" + name(it))
                .collect(toSet());
        assertThat(there).containsAll(named);
        assertThat(archive).endsWith(":" + port("ingest", "quarkus.http.port"));
    }

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void every_secret_and_key_that_is_named_is_made_by_the_script(Manifests manifests) throws IOException {
        Map<String, Set<String>> made = new HashMap<>();
        Matcher secret = SECRET.matcher(Files.readString(Manifests.ROOT.resolve("secrets.sh")));
        while (secret.find()) {
            made.put(
                    secret.group(1),
                    KEY.matcher(secret.group(2))
                            .results()
                            .map(it -> it.group(1))
                            .collect(toSet()));
        }
        manifests
                .workloads()
                .forEach(workload -> each(pod(workload).path("volumes"))
                        .flatMap(it -> each(it.at("/projected/sources")))
                        .map(it -> it.path("secret"))
                        .forEach(it -> assertThat(made.get(it.path("name").asText()))
                                .as(it.path("name").asText())
                                .containsAll(each(it.path("items"))
                                        .map(item -> item.path("key").asText())
                                        .toList())));
        manifests.objects().stream()
                .flatMap(it -> it.findParents("secretKeyRef").stream())
                .forEach(it -> assertThat(it).as("a secret in a variable").isNull());
        manifests
                .of("Cluster")
                .flatMap(it -> it.findValues("passwordSecret").stream())
                .forEach(it -> assertThat(made).containsKey(it.path("name").asText()));
        manifests
                .of("KeycloakRealmImport")
                .forEach(it -> assertThat(made)
                        .containsKey(it.at("/spec/placeholders/CLIENT_SECRET/secret/name")
                                .asText()));
    }

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void ports_are_those_that_the_services_listen_on(Manifests manifests) throws IOException {
        for (String service : Set.of("ingest", "analysis", "web")) {
            JsonNode ports = manifests
                    .of("Deployment")
                    .filter(it -> name(it).equals("claimwatch-" + service))
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/template/spec/containers/0/ports");
            Map<String, String> byName = new HashMap<>();
            each(ports)
                    .forEach(it -> byName.put(
                            it.path("name").asText(), it.path("containerPort").asText()));
            assertThat(byName).containsEntry("management", port(service, "quarkus.management.port"));
            if (!service.equals("analysis")) {
                assertThat(byName).containsEntry("http", port(service, "quarkus.http.port"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void a_pod_lives_longer_than_its_longest_task(Manifests manifests) {
        Duration pause = Duration.parse("PT" + setting(manifests, "claimwatch", "QUARKUS_SHUTDOWN_DELAY"));
        manifests
                .of("Deployment")
                .forEach(it -> assertThat(Duration.ofSeconds(
                                pod(it).path("terminationGracePeriodSeconds").asLong()))
                        .as(name(it))
                        .isGreaterThan(pause.plus(Queue.LONGEST_TASK).plusSeconds(30)));
    }

    @Test
    void the_scalers_ask_what_the_metrics_tell() {
        Manifests.overlay("production").of("ScaledObject").forEach(it -> {
            Queue queue = Queue.valueOf(name(it).replace("claimwatch-", "").toUpperCase(java.util.Locale.ROOT));
            assertThat(it.at("/spec/triggers/0/metadata/query").asText()).isEqualTo(QueueState.dueQuery(queue));
        });
    }

    @Test
    void every_alert_has_its_paragraph_in_the_runbook() throws IOException {
        Set<String> headings = Files.readAllLines(Path.of("RUNBOOK.md")).stream()
                .filter(it -> it.startsWith("## "))
                .map(it -> it.substring(3))
                .collect(toSet());
        Set<String> alerts = new TreeSet<>();
        Manifests.overlay("production")
                .of("PrometheusRule")
                .forEach(it -> each(it.at("/spec/groups/0/rules"))
                        .forEach(rule -> alerts.add(rule.path("alert").asText())));
        assertThat(alerts).hasSizeGreaterThan(8);
        assertThat(headings).isEqualTo(alerts);
    }

    /** A cluster's clients and this machine's differ in addresses only: the code reads the groups of both alike. */
    @Test
    void the_realms_clients_are_those_that_this_machine_uses() throws IOException {
        JsonNode local = Manifests.read(Files.readString(Path.of("keycloak/claimwatch-realm.json")))
                .getFirst();
        JsonNode cluster = Manifests.overlay("production")
                .of("KeycloakRealmImport")
                .findFirst()
                .orElseThrow()
                .at("/spec/realm");
        ObjectNode web = cluster.at("/clients/0").deepCopy();
        for (String addresses : Set.of("redirectUris", "secret")) {
            web.set(addresses, local.at("/clients/0").path(addresses));
        }
        for (String address : Set.of("backchannel.logout.url", "post.logout.redirect.uris")) {
            assertThat(web.path("attributes").path(address).asText()).isNotEmpty();
            ((ObjectNode) web.path("attributes"))
                    .set(address, local.at("/clients/0/attributes").path(address));
        }
        assertThat(web).isEqualTo(local.at("/clients/0"));
        assertThat(cluster.at("/clients/1")).isEqualTo(local.at("/clients/1"));
        assertThat(cluster.path("clients")).hasSameSizeAs(local.path("clients"));
        assertThat(cluster.has("users"))
                .as("a cluster begins without the demo's people")
                .isFalse();
    }

    private static String setting(Manifests manifests, String map, String key) {
        return manifests
                .of("ConfigMap")
                .filter(it -> name(it).equals(map))
                .findFirst()
                .orElseThrow()
                .path("data")
                .path(key)
                .asText();
    }

    private static String port(String service, String property) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of("..", service, "src/main/resources/application.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.getProperty(property);
    }
}
