package org.claimwatch.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimwatch.deploy.kubernetes.Manifests.each;
import static org.claimwatch.deploy.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network policies allow the connections that the code makes, and ingest no address inside. */
class NetworkTest {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web", "migrate");

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void nothing_is_allowed_until_it_is_named(Manifests manifests) {
        JsonNode denied = policy(manifests, "deny-all");
        assertThat(denied.at("/spec/podSelector")).isEmpty();
        assertThat(each(denied.at("/spec/policyTypes")).map(JsonNode::asText)).containsExactly("Ingress", "Egress");
        assertThat(denied.path("spec").has("ingress") || denied.path("spec").has("egress"))
                .isFalse();
        assertThat(manifests.of("NetworkPolicy"))
                .as("a rule without peers or without ports allows everything")
                .allSatisfy(it -> each(it.at("/spec/ingress")).forEach(rule -> {
                    assertThat(rule.path("from")).isNotEmpty();
                    assertThat(rule.path("ports")).isNotEmpty();
                }));
    }

    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void the_services_reach_the_database_and_web_reaches_ingest(Manifests manifests) {
        List<JsonNode> toDatabase = manifests
                .of("NetworkPolicy")
                .filter(it -> name(it).equals("to-database"))
                .toList();
        assertThat(toDatabase).isNotEmpty();
        assertThat(each(toDatabase.getFirst().at("/spec/podSelector/matchExpressions/0/values"))
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(policy(manifests, "ingest")
                        .at("/spec/ingress/0/from/0/podSelector/matchLabels")
                        .toString())
                .contains("web");
        assertThat(policy(manifests, "ingest")
                        .at("/spec/ingress/0/ports/0/port")
                        .asInt())
                .isEqualTo(8081);
        assertThat(policy(manifests, "web").at("/spec/egress/0/ports/0/port").asInt())
                .isEqualTo(8081);
        assertThat(policy(manifests, "analysis").path("spec").has("egress"))
                .as("analysis reaches the database and names, nothing else")
                .isFalse();
    }

    /** Where the realm says that web hears of sessions that have ended, Keycloak may ask and web answers. */
    @ParameterizedTest
    @MethodSource("org.claimwatch.deploy.kubernetes.Manifests#overlays")
    void the_sign_in_service_reaches_web(Manifests manifests) {
        String told = manifests
                .of("KeycloakRealmImport")
                .findFirst()
                .orElseThrow()
                .at("/spec/realm/clients/0/attributes/backchannel.logout.url")
                .asText();
        assertThat(told).isEqualTo("http://claimwatch-web:8080/back-channel-logout");
        JsonNode asks = policy(manifests, "login").at("/spec/egress/1");
        JsonNode answers = policy(manifests, "login-to-web");
        assertThat(asks.at("/to/0/podSelector")).isEqualTo(answers.at("/spec/podSelector"));
        assertThat(asks.at("/ports/0/port").asInt()).isEqualTo(8080);
        assertThat(answers.at("/spec/ingress/0/ports")).isEqualTo(asks.path("ports"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1", "172.16.5.4", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fd00:ec2::254", "2002:a00:1::", "2001:db8::1"
            })
    void ingest_reaches_nothing_inside(String address) {
        assertThat(allowed(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"})
    void ingest_reaches_the_internet(String address) {
        assertThat(allowed(address)).isTrue();
    }

    private static boolean allowed(String address) {
        JsonNode peers = policy(Manifests.overlay("production"), "ingest").at("/spec/egress/0/to");
        return each(peers)
                .map(it -> it.path("ipBlock"))
                .anyMatch(block -> within(address, block.path("cidr").asText())
                        && each(block.path("except")).noneMatch(it -> within(address, it.asText())));
    }

    private static boolean within(String address, String range) {
        String[] parts = range.split("/", -1);
        byte[] mine = bytes(address);
        byte[] theirs = bytes(parts[0]);
        int shift = theirs.length * 8 - Integer.parseInt(parts[1]);
        return mine.length == theirs.length
                && new BigInteger(1, mine).shiftRight(shift).equals(new BigInteger(1, theirs).shiftRight(shift));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static JsonNode policy(Manifests manifests, String name) {
        return manifests
                .of("NetworkPolicy")
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
