package org.claimwatch.deploy.local;

import java.util.HashMap;
import java.util.Map;

/** What each service is told by environment variables: the same names that a container gets. */
final class Environments {
    private final Ports ports;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final Folders folders;

    Environments(Ports ports, LocalPostgres postgres, LocalKeycloak keycloak, Folders folders) {
        this.ports = ports;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.folders = folders;
    }

    Map<String, String> ingest() {
        Map<String, String> environment = service(ports.probes().ingest());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.ingest()));
        // The sample press is on this machine, which ingest otherwise refuses to fetch from.
        environment.put("CLAIMWATCH_FETCH_ALLOWED_RANGES", "sample-press=127.0.0.0/8");
        environment.put(
                "CLAIMWATCH_ARCHIVE_FOLDER", folders.archive().toAbsolutePath().toString());
        return environment;
    }

    Map<String, String> analysis() {
        return service(ports.probes().analysis());
    }

    Map<String, String> web() {
        Map<String, String> environment = service(ports.probes().web());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.web()));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", LocalKeycloak.CLIENT_SECRET);
        environment.put("CLAIMWATCH_ARCHIVE_ADDRESS", "http://127.0.0.1:" + ports.ingest());
        environment.put("CLAIMWATCH_DIGEST_ADDRESS", "http://127.0.0.1:" + ports.web());
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        return environment;
    }

    private Map<String, String> service(int probes) {
        return new HashMap<>(Map.of(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(probes),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.url("claimwatch")));
    }
}
