package org.claimwatch.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A misspelt field is ignored by a cluster at best: here it fails. */
class StrictModelTest {
    private static final Map<String, Class<?>> MODEL = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class));

    /** Of the operators' kinds, for which there is no model here: the fields of their {@code spec} that we use. */
    private static final Map<String, Set<String>> OPERATORS = Map.of(
            "postgresql.cnpg.io/v1/Cluster",
            Set.of("instances", "imageName", "storage", "resources", "postgresql", "bootstrap", "managed"),
            "postgresql.cnpg.io/v1/Database",
            Set.of("name", "owner", "cluster"),
            "k8s.keycloak.org/v2alpha1/Keycloak",
            Set.of("instances", "db", "http", "hostname", "proxy", "ingress", "resources"),
            "k8s.keycloak.org/v2alpha1/KeycloakRealmImport",
            Set.of("keycloakCRName", "placeholders", "realm"),
            "keda.sh/v1alpha1/ScaledObject",
            Set.of(
                    "scaleTargetRef",
                    "minReplicaCount",
                    "maxReplicaCount",
                    "pollingInterval",
                    "cooldownPeriod",
                    "triggers"),
            "keda.sh/v1alpha1/TriggerAuthentication",
            Set.of("secretTargetRef"),
            "monitoring.coreos.com/v1/ServiceMonitor",
            Set.of("selector", "endpoints"),
            "monitoring.coreos.com/v1/PrometheusRule",
            Set.of("groups"));

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void every_field_of_an_overlay_is_known(Manifests manifests) {
        assertThat(manifests.objects()).hasSizeGreaterThan(25).allSatisfy(StrictModelTest::isKnown);
    }

    @Test
    void every_field_of_every_part_is_known() {
        assertThat(Manifests.files()).allSatisfy(StrictModelTest::isKnown);
    }

    @Test
    void a_misspelt_field_is_found() throws Exception {
        JsonNode wrong = JSON.readTree("""
                {"apiVersion":"v1","kind":"Service","spec":{"ports":[{"port":1,"tragetPort":2}]}}""");
        assertThat(unknown(wrong, Service.class)).containsExactly("/spec/ports/0/tragetPort");
    }

    private static void isKnown(JsonNode object) throws JsonProcessingException {
        String kind = object.path("apiVersion").asText() + "/" + Manifests.kind(object);
        Set<String> fields = OPERATORS.get(kind);
        if (fields != null) {
            assertThat(object.fieldNames()).toIterable().isSubsetOf("apiVersion", "kind", "metadata", "spec");
            assertThat(object.path("spec").fieldNames()).toIterable().as(kind).isSubsetOf(fields);
            return;
        }
        Class<?> model = MODEL.getOrDefault(kind, Void.class);
        assertThat(model).as("the model of " + kind).isNotEqualTo(Void.class);
        assertThat(unknown(object, model))
                .as(kind + " " + Manifests.name(object))
                .isEmpty();
    }

    /**
     * The model keeps what it does not know and writes it out again, so that is looked for in its own words: what remains of
     * an object after each field that the model has was read by name.
     */
    private static Set<String> unknown(JsonNode object, Class<?> model) throws JsonProcessingException {
        Set<String> unknown = new TreeSet<>();
        new ModelFields(unknown).check("", object, JSON.constructType(model));
        JSON.treeToValue(object, model);
        return unknown;
    }
}
