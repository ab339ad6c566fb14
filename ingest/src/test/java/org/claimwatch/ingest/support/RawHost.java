package org.claimwatch.ingest.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A host below HTTP: sends what no server library would. */
public final class RawHost implements AutoCloseable {
    /** What is done with a connection, before it is closed. */
    @FunctionalInterface
    public interface Manner {
        void with(Line line) throws IOException;
    }

    /** One connection, seen from the host. */
    public final class Line {
        private final OutputStream out;

        private Line(OutputStream out) {
            this.out = out;
        }

        public Line send(String latin1) throws IOException {
            return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        public Line send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Sends the same again and again with a pause, until the other side or the test has enough. */
        public void drip(String latin1, long millis) throws IOException {
            do {
                send(latin1);
            } while (!over(millis));
        }

        /** Says nothing until the test ends. */
        public void hang() {
            over(60_000);
        }
    }

    private final ServerSocket server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    public RawHost(Manner manner) {
        this(listening(), manner);
    }

    /** @param server for instance one that speaks TLS */
    public RawHost(ServerSocket server, Manner manner) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    connections.incrementAndGet();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket, manner));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** {@code http://127.0.0.1:port}, without a slash at the end. */
    public String base() {
        return "http://127.0.0.1:" + port();
    }

    public int connections() {
        return connections.get();
    }

    private void serve(Socket socket, Manner manner) {
        try (socket) {
            readHead(socket);
            manner.with(new Line(socket.getOutputStream()));
        } catch (IOException e) {
            // The other side has left, as a good guest does here.
            open.remove(socket);
        }
    }

    private static void readHead(Socket socket) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                throw new IOException("no request");
            }
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
    }

    private boolean over(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
