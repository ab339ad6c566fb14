package org.claimwatch.ingest.support;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host on a port of its own that behaves as it is told, down to the bytes, and writes down how it was treated. */
public final class SimulatedHost implements AutoCloseable {
    /** What clocks and threads on a busy machine may differ by. */
    private static final long TOLERANCE_MS = 40;

    /** What is done with a request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Conversation conversation) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Supplier<Duration> skipped;
    private final List<String> violations = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile @Nullable Behaviour behaviour;
    private Duration gap = Duration.ZERO;
    private @Nullable String forbidden;
    private long lastEnd = Long.MIN_VALUE;
    private long leaveAloneUntil;

    /** @param skipped by how much the test has moved all times, so that this host's clock moves along */
    public SimulatedHost(Supplier<Duration> skipped) {
        this.skipped = skipped;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public SimulatedHost expecting(Duration smallestGap, @Nullable String forbiddenPath) {
        gap = smallestGap;
        forbidden = forbiddenPath;
        return this;
    }

    public void behave(Behaviour how) {
        behaviour = how;
    }

    public String base() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Paths that were asked for, in order. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** What a webmaster would complain of. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            String path = line.split(" ", -1)[1];
            boolean conditional = false;
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                conditional |= header.regionMatches(true, 0, "if-", 0, 3);
            }
            begin(path);
            AtomicBoolean isOver = new AtomicBoolean();
            try {
                Behaviour how = behaviour;
                if (how != null) {
                    how.answer(new Conversation(this, socket, path, conditional, isOver));
                }
            } finally {
                end(isOver);
            }
        } catch (IOException e) {
            // the visitor has left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long now() {
        return System.nanoTime() / 1_000_000 + skipped.get().toMillis();
    }

    private synchronized void begin(String path) {
        requests.add(path);
        if (underWay.incrementAndGet() > 1) {
            violations.add("a second request at the same time: " + path);
        }
        if (lastEnd != Long.MIN_VALUE && now() < lastEnd + gap.toMillis() - TOLERANCE_MS) {
            violations.add(path + " came " + (now() - lastEnd) + " ms after the last one, not " + gap.toMillis());
        }
        if (now() < leaveAloneUntil - TOLERANCE_MS) {
            violations.add(path + " came " + (leaveAloneUntil - now()) + " ms before Retry-After was over");
        }
        boolean robotsAsked = requests.contains("/robots.txt");
        if (!robotsAsked) {
            violations.add(path + " was asked for before robots.txt");
        }
        if (forbidden != null && path.startsWith(forbidden)) {
            violations.add(path + " was asked for although robots.txt forbids it");
        }
    }

    /** For the visitor it is over as soon as the last byte is there. */
    private synchronized void end(AtomicBoolean isOver) {
        if (isOver.compareAndSet(false, true)) {
            underWay.decrementAndGet();
            lastEnd = now();
        }
    }

    private synchronized void leaveAlone(int seconds) {
        leaveAloneUntil = now() + seconds * 1_000L;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One request and what is sent back. */
    public record Conversation(
            SimulatedHost host, Socket socket, String path, boolean isConditional, AtomicBoolean isOver) {
        public void send(int status, String body, String... headers) throws IOException {
            send(status, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        public void send(int status, byte[] body, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            var message = new ByteArrayOutputStream();
            message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            message.writeBytes(body);
            host.end(isOver);
            write(message.toByteArray());
        }

        public void askForPeace(int status, int seconds) throws IOException {
            host.leaveAlone(seconds);
            send(status, "", "Retry-After: " + seconds);
        }

        public void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Nothing more is sent, until the visitor gives up. */
        public void fallSilent() throws IOException {
            while (socket.getInputStream().read() >= 0) {}
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }
    }
}
