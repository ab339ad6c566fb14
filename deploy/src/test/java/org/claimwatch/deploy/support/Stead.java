package org.claimwatch.deploy.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.Service;

/** A service that is told otherwise, at the ports and in the stead of the stack's own, which runs again once this is closed. */
public final class Stead implements AutoCloseable {
    private final Service own;
    private final Service other;
    private final int probes;

    /** Stops the stack's own and starts nothing yet. */
    public Stead(LocalStack stack, String service, Map<String, String> settings) {
        this(stack, service, settings, stack.folders());
    }

    /**
     * The same, of another build of Claimwatch.
     *
     * @param build whose project is that build's checkout
     */
    public Stead(LocalStack stack, String service, Map<String, String> settings, Folders build) {
        Ports ports = stack.ports();
        Map<String, Integer> visitors = Map.of("ingest", ports.ingest(), "analysis", 0, "web", ports.web());
        Map<String, Integer> management = Map.of(
                "ingest", ports.probes().ingest(),
                "analysis", ports.probes().analysis(),
                "web", ports.probes().web());
        probes = Objects.requireNonNull(management.get(service), service);
        Map<String, String> told = new HashMap<>(settings);
        told.put(
                "QUARKUS_HTTP_PORT",
                Objects.requireNonNull(visitors.get(service)).toString());
        told.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(probes));
        own = stack.service(service);
        own.close();
        other = stack.another(service, service + "-told-otherwise", told, build);
    }

    public Service service() {
        return other;
    }

    /**
     * Asks a probe.
     *
     * @param probe ready or live
     * @return the status, 0 where nobody answers
     */
    public int probe(String probe) {
        URI address = URI.create("http://127.0.0.1:%d/q/health/%s".formatted(probes, probe));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        other.close();
        try {
            own.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
