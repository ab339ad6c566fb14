package org.claimwatch.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = new ObjectMapper()
                .readTree(Folders.ofProject(Path.of("..")).realm().toFile());
    }

    @Test
    void the_client_signs_in_by_code_flow_with_proof_key_from_this_machine_only() {
        JsonNode client = realm.at("/clients/0");
        assertThat(client.get("clientId").asText()).isEqualTo("claimwatch-web");
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.get("redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "http://127.0.0.1:${CLAIMWATCH_WEB_PORT}/*", "http://localhost:${CLAIMWATCH_WEB_PORT}/*");
        assertThat(client.at("/attributes/post.logout.redirect.uris").asText().split("##"))
                .containsExactlyInAnyOrder(
                        "http://127.0.0.1:${CLAIMWATCH_WEB_PORT}/*", "http://localhost:${CLAIMWATCH_WEB_PORT}/*");
    }

    @Test
    void the_token_names_groups_by_their_whole_path() {
        JsonNode mapper = realm.at("/clients/0/protocolMappers/0");
        assertThat(mapper.get("protocolMapper").asText()).isEqualTo("oidc-group-membership-mapper");
        assertThat(mapper.at("/config/claim.name").asText()).isEqualTo("groups");
        assertThat(mapper.at("/config/full.path").asText()).isEqualTo("true");
        assertThat(mapper.at("/config/id.token.claim").asText()).isEqualTo("true");
    }

    @Test
    void the_client_of_programs_gives_tokens_for_the_api_alone_and_takes_no_password() {
        JsonNode client = realm.at("/clients/1");
        assertThat(client.get("clientId").asText()).isEqualTo("claimwatch-api");
        for (String flow : List.of(
                "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertThat(client.get(flow).asBoolean()).as(flow).isFalse();
        }
        assertThat(client.at("/attributes/oauth2.device.authorization.grant.enabled")
                        .asText())
                .isEqualTo("true");
        assertThat(client.at("/protocolMappers/0/config").toString())
                .isEqualTo(realm.at("/clients/0/protocolMappers/0/config").toString());
        assertThat(client.at("/protocolMappers/1/config/included.client.audience")
                        .asText())
                .isEqualTo("claimwatch-api");
        assertThat(client.at("/protocolMappers/1/config/access.token.claim").asText())
                .isEqualTo("true");
    }

    @Test
    void the_demo_accounts_are_in_their_groups() {
        Map<String, String> groups = new TreeMap<>();
        realm.get("users")
                .forEach(user -> groups.put(
                        user.get("username").asText(), user.get("groups").toString()));
        assertThat(groups)
                .isEqualTo(Map.of(
                        "ada", "[\"/teams/river-desk/admin\",\"/instance-admins\"]",
                        "ben", "[\"/teams/river-desk/analyst\"]",
                        "vera", "[\"/teams/river-desk/viewer\"]",
                        "noor", "[\"/teams/health-desk/analyst\"]"));
    }

    @Test
    void each_group_of_an_account_exists() {
        Map<String, Boolean> paths = new TreeMap<>();
        realm.get("groups").forEach(group -> collect("", group, paths));
        for (JsonNode user : realm.get("users")) {
            user.get("groups").forEach(group -> assertThat(paths).containsKey(group.asText()));
        }
    }

    @Test
    void the_demo_data_belong_to_accounts_of_the_realm() throws IOException {
        String sql = SampleData.demoTeam();
        String[] ids = realm.get("users")
                .valueStream()
                .map(user -> user.get("id").asText())
                .toArray(String[]::new);
        assertThat(sql.split("'"))
                .filteredOn(word -> word.matches("[0-9a-f]{8}-.*"))
                .isNotEmpty()
                .allMatch(word -> Arrays.asList(ids).contains(word));
    }

    private static void collect(String parent, JsonNode group, Map<String, Boolean> paths) {
        String path = parent + "/" + group.get("name").asText();
        paths.put(path, true);
        group.path("subGroups").forEach(inner -> collect(path, inner, paths));
    }
}
