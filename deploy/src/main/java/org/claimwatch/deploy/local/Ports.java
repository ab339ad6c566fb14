package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The port of each part on 127.0.0.1.
 *
 * @param outlets one for each web site of the sample press
 */
public record Ports(
        int web,
        int ingest,
        Probes probes,
        int postgres,
        int keycloak,
        int smtp,
        int mailPage,
        Map<SampleOutlet, Integer> outlets) {

    /** Where each service answers probes and scrapers, apart from its visitors. */
    public record Probes(int web, int ingest, int analysis) {}

    private static final int LOWEST_FREE = 10_000;
    private static final int ABOVE_FREE = 32_768;
    private static final int MOST_TRIES = 100;

    /** Those that the documentation names. PostgreSQL avoids 5432, which many machines have in use. */
    public static Ports usual() {
        return new Ports(
                8080,
                8081,
                new Probes(9080, 9081, 9082),
                15432,
                8180,
                3025,
                8025,
                outlets(IntStream.iterate(8201, it -> it + 1).iterator()));
    }

    /**
     * Whatever is free now, so that tests run beside a running stack. Below the range that systems take for outgoing
     * connections, one of which would else sit on a port whose service is being started again.
     */
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 9 + SampleOutlet.values().length; i++) {
                sockets.add(listenAnywhere());
            }
            Iterator<Integer> next =
                    sockets.stream().map(ServerSocket::getLocalPort).iterator();
            return new Ports(
                    next.next(),
                    next.next(),
                    new Probes(next.next(), next.next(), next.next()),
                    next.next(),
                    next.next(),
                    next.next(),
                    next.next(),
                    outlets(next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /**
     * Looks before anything starts, so that nothing has to be stopped again.
     *
     * @throws CannotRun naming the first port that something else holds, and the part that wants it
     */
    public void demandFree() {
        byPart().forEach((part, port) -> {
            try {
                listen(port).close();
            } catch (IOException e) {
                throw new CannotRun(
                        "Port %d is taken, and %s needs it. Stop what listens there, then try again."
                                .formatted(port, part),
                        e);
            }
        });
    }

    private static Map<SampleOutlet, Integer> outlets(Iterator<Integer> ports) {
        Map<SampleOutlet, Integer> outlets = new EnumMap<>(SampleOutlet.class);
        for (SampleOutlet outlet : SampleOutlet.values()) {
            outlets.put(outlet, ports.next());
        }
        return outlets;
    }

    private Map<String, Integer> byPart() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("the dashboard", web);
        ports.put("ingest", ingest);
        ports.put("the dashboard's probes", probes.web());
        ports.put("the probes of ingest", probes.ingest());
        ports.put("the probes of analysis", probes.analysis());
        ports.put("PostgreSQL", postgres);
        ports.put("Keycloak", keycloak);
        ports.put("the mail catcher", smtp);
        ports.put("the mail catcher's page", mailPage);
        for (SampleOutlet outlet : SampleOutlet.values()) {
            ports.put("the sample press (" + outlet.domain + ")", Objects.requireNonNull(outlets.get(outlet)));
        }
        return ports;
    }

    private static ServerSocket listenAnywhere() throws IOException {
        IOException last = new IOException("no port is free");
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return listen(ThreadLocalRandom.current().nextInt(LOWEST_FREE, ABOVE_FREE));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
