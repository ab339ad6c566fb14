package org.claimwatch.deploy.local;

import java.util.HashMap;
import java.util.Map;

/** What each service is told by environment variables: the same names that a container gets. */
final class Environments {
    /** Where a service answers probes. */
    static final String PROBES = "QUARKUS_MANAGEMENT_PORT";

    private final Ports ports;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final Folders folders;
    private final Map<String, String> settings;

    /** @param settings that every service is told besides */
    Environments(
            Ports ports,
            LocalPostgres postgres,
            LocalKeycloak keycloak,
            Folders folders,
            Map<String, String> settings) {
        this.ports = ports;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.folders = folders;
        this.settings = Map.copyOf(settings);
    }

    Map<String, String> of(String service) {
        Map<String, String> environment = switch (service) {
            case "ingest" -> ingest();
            case "analysis" -> analysis();
            case "web" -> web();
            default -> throw new IllegalArgumentException("no service is called " + service);
        };
        environment.putAll(settings);
        return environment;
    }

    private Map<String, String> ingest() {
        Map<String, String> environment = service(ports.probes().ingest());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.ingest()));
        // The sample press is on this machine, which ingest otherwise refuses to fetch from.
        environment.put("CLAIMWATCH_FETCH_ALLOWED_RANGES", "sample-press=127.0.0.0/8");
        environment.put(
                "CLAIMWATCH_ARCHIVE_FOLDER", folders.archive().toAbsolutePath().toString());
        return environment;
    }

    private Map<String, String> analysis() {
        return service(ports.probes().analysis());
    }

    private Map<String, String> web() {
        Map<String, String> environment = service(ports.probes().web());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.web()));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
        environment.put(
                "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                folders.withSecret("web", "quarkus.oidc.credentials.secret", LocalKeycloak.CLIENT_SECRET)
                        .toString());
        environment.put("CLAIMWATCH_ARCHIVE_ADDRESS", "http://127.0.0.1:" + ports.ingest());
        environment.put("CLAIMWATCH_DIGEST_ADDRESS", "http://127.0.0.1:" + ports.web());
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        return environment;
    }

    private Map<String, String> service(int probes) {
        return new HashMap<>(
                Map.of(PROBES, Integer.toString(probes), "QUARKUS_DATASOURCE_JDBC_URL", postgres.url("claimwatch")));
    }
}
