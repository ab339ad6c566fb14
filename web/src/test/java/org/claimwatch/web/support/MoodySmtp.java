package org.claimwatch.web.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server in a mood: by recipient it takes a mail, says no for now or for good, hangs up within DATA, or stalls. */
public final class MoodySmtp implements Closeable {
    /** What befalls a recipient's mail. */
    public enum Mood {
        TAKE,
        NOT_NOW,
        NEVER,
        HANG_UP,
        STALL,
        /** Takes it and hangs up before it says so: the one case in which a mail may come twice. */
        TAKE_AND_HANG_UP
    }

    /** A mail that it took. */
    public record Taken(String from, String to, String data) {}

    private final ServerSocket server;
    private final Thread accepting;
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public MoodySmtp(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> converse(socket));
                } catch (IOException e) {
                    // Closed: nobody waits for it.
                    return;
                }
            }
        });
    }

    public void mood(String address, Mood mood) {
        moods.put(address, mood);
    }

    /** How often it was asked to take a mail for somebody. */
    public int asked(String address) {
        return asked.getOrDefault(address, 0);
    }

    public List<Taken> taken(String address) {
        return taken.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 moody ESMTP");
            String from = "";
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(java.util.Locale.ROOT);
                if (verb.startsWith("MAIL FROM:")) {
                    from = line.replaceAll("(?i)^mail from:<|>.*$", "");
                    say(out, "250 ok");
                } else if (verb.startsWith("RCPT TO:")) {
                    to = line.replaceAll("(?i)^rcpt to:<|>.*$", "");
                    asked.merge(to, 1, Integer::sum);
                    switch (mood(to)) {
                        case NOT_NOW -> say(out, "450 4.2.1 The mailbox is busy, come back later");
                        case NEVER -> say(out, "550 5.1.1 There is nobody of that name here");
                        case STALL -> stall(in);
                        default -> say(out, "250 ok");
                    }
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    String data = data(in, mood(to) == Mood.HANG_UP);
                    if (mood(to) == Mood.HANG_UP) {
                        return;
                    }
                    taken.add(new Taken(from, to, data));
                    if (mood(to) == Mood.TAKE_AND_HANG_UP) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 moody");
                }
            }
        } catch (IOException e) {
            // The other side has left; so do we.
            open.remove(socket);
        }
    }

    private Mood mood(String address) {
        return moods.getOrDefault(address, Mood.TAKE);
    }

    private static String data(BufferedReader in, boolean onlyBegun) throws IOException {
        var data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line).append('\n');
            if (onlyBegun) {
                return "";
            }
        }
        return data.toString();
    }

    private static void stall(BufferedReader in) throws IOException {
        while (in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The port is free only when the thread that listens at it has gone. */
    @Override
    public void close() {
        try {
            server.close();
            if (!accepting.join(Duration.ofSeconds(30))) {
                throw new IllegalStateException("The mail server in a mood still listens.");
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
