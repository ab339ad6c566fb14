package org.claimwatch.deploy.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a service and what it connects to on this machine and does to their connections what networks do: refuses,
 * cuts, stalls, delays, answers in the other's stead. With several behind it, connections go to each in turn.
 */
public final class FaultProxy implements AutoCloseable {
    /** What happens to connections that come, and to what is sent on those that are there. */
    public sealed interface Fault {
        /** Everything passes. */
        record None() implements Fault {}

        /** Nobody listens, and every connection that was there is reset. */
        record Refuse() implements Fault {}

        /** A connection is reset once its client has sent so many bytes over it. */
        record CutAfter(int bytes) implements Fault {}

        /** Nothing passes any more, and nothing is closed. */
        record Stall() implements Fault {}

        /** What the server sends comes so much later. */
        record Delay(Duration by) implements Fault {}

        /** What the client sends does not reach the server when it begins so: this is the answer. */
        record Answer(String to, String with) implements Fault {}
    }

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final List<Integer> behind;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private volatile Fault fault = new Fault.None();
    private volatile CountDownLatch stalled = new CountDownLatch(0);
    private @Nullable ServerSocket listener;

    /**
     * Listens.
     *
     * @param port where, also again after a refusal
     * @param behind ports on this machine
     */
    public FaultProxy(int port, Integer... behind) throws IOException {
        this.behind = List.of(behind);
        this.port = listen(port);
    }

    public int port() {
        return port;
    }

    /** How many connections or commands have met a fault since it was set. */
    public int met() {
        return met.get();
    }

    /** Sets what happens from now on; connections that are there stay, but for a refusal, which resets them. */
    public synchronized void set(Fault next) throws IOException {
        CountDownLatch before = stalled;
        met.set(0);
        stalled = new CountDownLatch(next instanceof Fault.Stall ? 1 : 0);
        fault = next;
        // What was held back is lost, as on a way that swallows packets until both sides give up.
        if (before.getCount() > 0) {
            cutAll();
            before.countDown();
        }
        if (next instanceof Fault.Refuse) {
            if (listener != null) {
                listener.close();
                listener = null;
            }
            cutAll();
        } else if (listener == null) {
            listen(port);
        }
    }

    /** Resets every connection that is there. */
    public void cutAll() {
        List.copyOf(sockets).forEach(this::reset);
    }

    @Override
    public synchronized void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        stalled.countDown();
        cutAll();
        threads.shutdownNow();
    }

    private int listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(HERE, wanted), 200);
        listener = socket;
        threads.execute(() -> accept(socket));
        return socket.getLocalPort();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                sockets.add(client);
                Socket server = new Socket(HERE, behind.get(accepted.getAndIncrement() % behind.size()));
                sockets.add(server);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> pass(client, server, true));
                threads.execute(() -> pass(server, client, false));
            } catch (IOException e) {
                // Closed by a refusal, or nobody behind: the client's next byte tells it.
                if (from.isClosed()) {
                    return;
                }
                cutAll();
            }
        }
    }

    private void pass(Socket from, Socket to, boolean ofClient) {
        int passed = 0;
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Fault now = fault;
                stall(now);
                passed += read;
                if (ofClient && now instanceof Fault.CutAfter cut && passed > cut.bytes()) {
                    met.incrementAndGet();
                    out.write(buffer, 0, Math.max(0, read - (passed - cut.bytes())));
                    reset(from);
                    reset(to);
                    return;
                }
                if (!ofClient && now instanceof Fault.Delay delay) {
                    met.incrementAndGet();
                    // Not a wait for something: the delay is what is tested.
                    Thread.sleep(delay.by());
                }
                if (ofClient && now instanceof Fault.Answer answer && begins(buffer, read, answer.to())) {
                    met.incrementAndGet();
                    from.getOutputStream().write(answer.with().getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.removeAll(List.of(from, to));
        }
    }

    private void stall(Fault now) throws InterruptedException {
        if (now instanceof Fault.Stall) {
            met.incrementAndGet();
            stalled.await();
        }
    }

    private static boolean begins(byte[] sent, int length, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.US_ASCII);
        return length >= wanted.length && Arrays.equals(sent, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** Without the orderly goodbye, as when a cable is pulled or a process dies. */
    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        } finally {
            sockets.remove(socket);
        }
    }
}
