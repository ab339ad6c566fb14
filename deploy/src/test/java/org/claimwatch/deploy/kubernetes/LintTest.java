package org.claimwatch.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimwatch.deploy.kubernetes.Manifests.containers;
import static org.claimwatch.deploy.kubernetes.Manifests.each;
import static org.claimwatch.deploy.kubernetes.Manifests.kind;
import static org.claimwatch.deploy.kubernetes.Manifests.name;
import static org.claimwatch.deploy.kubernetes.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What kube-linter checks by default, under its rules' names, and what restricted Pod Security demands. */
class LintTest {
    private final Set<String> complaints = new TreeSet<>();

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void the_linter_finds_nothing(Manifests manifests) {
        assertThat(manifests.workloads().count()).isEqualTo(4);
        manifests.workloads().forEach(workload -> {
            lintPod(manifests, workload);
            containers(workload).forEach(container -> lint(manifests, workload, container));
        });
        services(manifests);
        manifests.of("PodDisruptionBudget").forEach(this::budget);
        assertThat(complaints).isEmpty();
    }

    private void lintPod(Manifests manifests, JsonNode workload) {
        JsonNode pod = pod(workload);
        String at = kind(workload) + " " + name(workload);
        complainIf(pod.has("serviceAccount"), "deprecated-service-account-field", at);
        complainIf(pod.path("hostIPC").asBoolean(), "host-ipc", at);
        complainIf(pod.path("hostNetwork").asBoolean(), "host-network", at);
        complainIf(pod.path("hostPID").asBoolean(), "host-pid", at);
        complainIf(!pod.at("/securityContext/sysctls").isMissingNode(), "unsafe-sysctls", at);
        complainIf(
                each(pod.path("volumes")).anyMatch(it -> it.has("hostPath")), "docker-sock, sensitive-host-mounts", at);
        complainIf(
                manifests
                        .of("ServiceAccount")
                        .noneMatch(it ->
                                name(it).equals(pod.path("serviceAccountName").asText())),
                "non-existent-service-account",
                at);
        complainIf(pod.path("automountServiceAccountToken").asBoolean(true), "automount-service-account-token", at);
        complainIf(
                !pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                "restricted: seccomp",
                at);
        if (kind(workload).equals("Deployment")) {
            JsonNode selector = workload.at("/spec/selector/matchLabels");
            complainIf(!matches(selector, workload.at("/spec/template/metadata/labels")), "mismatching-selector", at);
            complainIf(
                    pod.at("/affinity/podAntiAffinity").isMissingNode()
                            || pod.path("topologySpreadConstraints").isEmpty(),
                    "no-anti-affinity",
                    at);
        } else {
            complainIf(
                    workload.at("/spec/ttlSecondsAfterFinished").isMissingNode(), "job-ttl-seconds-after-finished", at);
            complainIf(
                    !Set.of("Never", "OnFailure")
                            .contains(pod.path("restartPolicy").asText()),
                    "restart-policy",
                    at);
        }
    }

    private void lint(Manifests manifests, JsonNode workload, JsonNode container) {
        String at = name(workload) + "/" + container.path("name").asText();
        JsonNode security = container.path("securityContext");
        JsonNode podSecurity = pod(workload).path("securityContext");
        complainIf(
                each(security.at("/capabilities/drop"))
                        .noneMatch(it -> it.asText().equals("ALL")),
                "drop-net-raw-capability",
                at);
        complainIf(security.path("privileged").asBoolean(), "privileged-container", at);
        complainIf(security.path("allowPrivilegeEscalation").asBoolean(true), "privilege-escalation-container", at);
        complainIf(!security.path("readOnlyRootFilesystem").asBoolean(), "no-read-only-root-fs", at);
        complainIf(
                !podSecurity.path("runAsNonRoot").asBoolean()
                        || podSecurity.path("runAsUser").asInt() == 0,
                "run-as-non-root",
                at);
        complainIf(!"Default".equals(security.path("procMount").asText("Default")), "unsafe-proc-mount", at);
        complainIf(container.at("/resources/requests/cpu").isMissingNode(), "unset-cpu-requirements", at);
        complainIf(
                container.at("/resources/requests/memory").isMissingNode()
                        || container.at("/resources/limits/memory").isMissingNode(),
                "unset-memory-requirements",
                at);
        if (manifests.rendered()) {
            complainIf(!container.path("image").asText().matches(".+@sha256:[0-9a-f]{64}"), "latest-tag", at);
        }
        variables(container, at);
        ports(container, at);
    }

    private void variables(JsonNode container, String at) {
        Set<String> names = new TreeSet<>();
        each(container.path("env")).forEach(it -> {
            String variable = it.path("name").asText();
            complainIf(!names.add(variable), "duplicate-env-var", at + " " + variable);
            complainIf(variable.matches("(?i).*(secret|password).*"), "env-var-secret", at + " " + variable);
            complainIf(it.at("/valueFrom/secretKeyRef").isObject(), "read-secret-from-env-var", at + " " + variable);
        });
        complainIf(each(container.path("envFrom")).anyMatch(it -> it.has("secretRef")), "read-secret-from-env-var", at);
    }

    private void ports(JsonNode container, String at) {
        Set<String> ports = each(container.path("ports"))
                .flatMap(it -> java.util.stream.Stream.of(
                        it.path("name").asText(), it.path("containerPort").asText()))
                .collect(Collectors.toSet());
        complainIf(ports.contains("22"), "ssh-port", at);
        for (String probe : Set.of("liveness", "readiness", "startup")) {
            JsonNode port = container.path(probe + "Probe").path("httpGet").path("port");
            complainIf(!port.isMissingNode() && !ports.contains(port.asText()), probe + "-port", at);
        }
    }

    private void services(Manifests manifests) {
        manifests.of("Service").forEach(service -> {
            Optional<JsonNode> behind = manifests
                    .of("Deployment")
                    .filter(it -> matches(service.at("/spec/selector"), it.at("/spec/template/metadata/labels")))
                    .findFirst();
            complainIf(behind.isEmpty(), "dangling-service", name(service));
            behind.ifPresent(deployment -> each(service.at("/spec/ports"))
                    .forEach(port -> complainIf(
                            containers(deployment)
                                    .flatMap(it -> each(it.path("ports")))
                                    .noneMatch(it -> it.path("name").equals(port.path("targetPort"))),
                            "invalid-target-ports",
                            name(service))));
        });
    }

    private void budget(JsonNode budget) {
        complainIf(budget.at("/spec/maxUnavailable").asInt() == 0, "pdb-max-unavailable", name(budget));
        complainIf(budget.at("/spec").has("minAvailable"), "pdb-min-available", name(budget));
        complainIf(
                !budget.at("/spec/unhealthyPodEvictionPolicy").asText().equals("AlwaysAllow"),
                "pdb-unhealthy-pod-eviction-policy",
                name(budget));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream().allMatch(it -> it.getValue().equals(labels.get(it.getKey())));
    }

    private void complainIf(boolean wrong, String rule, String at) {
        if (wrong) {
            complaints.add(rule + ": " + at);
        }
    }
}
