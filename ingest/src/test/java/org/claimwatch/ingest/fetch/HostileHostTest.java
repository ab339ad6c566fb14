package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.ingest.fetch.FetchFailedException.Problem;
import org.claimwatch.ingest.support.RawHost;
import org.claimwatch.ingest.support.RawHost.Manner;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host can do to whoever asks it, below what a server library would send. */
@NullUnmarked // an exchange that is missing fails the test
class HostileHostTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final Fetcher fetcher = new Fetcher(TestFetchConfig.LOCAL);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
    }

    @Test
    void silence_ends_with_the_time_to_the_first_byte() {
        assertTooSlow(RawHost.Line::hang, Duration.ofSeconds(1));
    }

    @Test
    void drips_end_with_the_total_time_wherever_they_come() throws Exception {
        List<Manner> drips = List.of(
                line -> line.drip("H", 100),
                line -> line.send(OK + "X: ").drip("x", 100),
                line -> line.send(OK).drip("X: y\r\n", 100),
                line -> line.drip("HTTP/1.1 103 Early Hints\r\n\r\n", 100),
                line -> line.send(OK + "\r\n").drip("x", 100),
                line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\n").drip("1\r\nx\r\n", 100),
                line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\n1;").drip("ext=", 100),
                line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n")
                        .drip("T: t\r\n", 100));
        // All at once, for each takes its two seconds.
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> visits = drips.stream()
                    .map(drip -> visitors.submit(() -> assertTooSlow(drip, Duration.ofSeconds(2))))
                    .toList();
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    @Test
    void headers_without_end_are_cut_off() {
        assertProblem(Problem.TOO_LARGE, line -> line.send(OK).drip("X: y\r\n".repeat(50), 0));
        assertProblem(Problem.TOO_LARGE, line -> line.send(OK + "X: " + "y".repeat(20_000) + "\r\n\r\n"));
        assertProblem(
                Problem.TOO_LARGE, line -> line.send(OK + ("X: " + "y".repeat(9_000) + "\r\n").repeat(20) + "\r\n"));
    }

    @Test
    void chunks_that_are_mostly_wrapping_are_cut_off() {
        assertProblem(
                Problem.TOO_LARGE,
                line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\n")
                        .drip("1;" + "e=".repeat(4_000) + "\r\nx\r\n", 0));
    }

    @Test
    void what_packs_without_end_is_cut_off_before_it_is_unpacked() throws IOException {
        byte[] emptyMember = gzip(new byte[0]);
        assertProblem(Problem.TOO_LARGE, line -> {
            line.send(OK + "Content-Encoding: gzip\r\n\r\n");
            for (int i = 0; i < 10_000; i++) {
                line.send(emptyMember);
            }
        });
    }

    @Test
    void bombs_do_not_go_off() throws IOException {
        byte[] zeros = new byte[20_000_000];
        for (String encoding : List.of("gzip", "x-gzip", "deflate", "gzip, gzip")) {
            byte[] packed = switch (encoding) {
                case "deflate" -> deflate(zeros, false);
                case "gzip, gzip" -> gzip(gzip(zeros));
                default -> gzip(zeros);
            };
            assertProblem(
                    Problem.TOO_LARGE,
                    line -> line.send(OK + "Content-Encoding: " + encoding + "\r\n\r\n")
                            .send(packed));
        }
        byte[] bomb = gzip(zeros);
        assertThatThrownBy(() -> Body.unpack(bomb, "gzip", 100_000_000))
                .isInstanceOf(Body.TooLargeException.class)
                .hasMessageContaining("200 times");
    }

    @Test
    void layers_are_peeled_and_too_many_refused() throws Exception {
        byte[] page = "<p>page</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(body("gzip, deflate", deflate(gzip(page), false))).isEqualTo(page);
        assertThat(body("deflate", deflate(page, true))).isEqualTo(page);
        assertThat(body("identity", page)).isEqualTo(page);
        assertThat(body("gzip", page)).as("said to be packed, but is not").isEqualTo(page);
        byte[] thrice = gzip(gzip(gzip(page)));
        FetchFailedException e = assertProblem(
                Problem.BROKEN,
                line -> line.send(OK + "Content-Encoding: gzip\r\nContent-Encoding: gzip, gzip\r\n\r\n")
                        .send(thrice));
        assertThat(e.reason()).contains("is packed 3 times over");
        assertThat(assertProblem(Problem.BROKEN, line -> line.send(OK + "Content-Encoding: br\r\n\r\nx"))
                        .reason())
                .contains("“br”, which was not asked for");
    }

    @Test
    void what_breaks_off_is_no_page() throws IOException {
        assertProblem(Problem.BROKEN, line -> line.send(OK + "Content-Length: 100\r\n\r\nhalf"));
        assertProblem(Problem.BROKEN, line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhalf"));
        assertProblem(Problem.BROKEN, line -> line.send(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf"));
        byte[] packed = gzip("a page of some length, so that it packs".getBytes(StandardCharsets.UTF_8));
        assertProblem(
                Problem.BROKEN,
                line -> line.send(OK + "Content-Encoding: gzip\r\n\r\n")
                        .send(java.util.Arrays.copyOf(packed, packed.length - 12)));
        assertProblem(Problem.BROKEN, line -> line.send("SSH-2.0-OpenSSH_9.9\r\n"));
        assertProblem(Problem.BROKEN, line -> {});
    }

    @Test
    void a_name_that_changes_its_mind_leads_nowhere() throws Exception {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        try (RawHost inside = new RawHost(line -> line.send(OK + "Content-Length: 2\r\nConnection: close\r\n\r\nok"))) {
            var rebinding = new Fetcher(
                    TestFetchConfig.LOCAL,
                    host -> new InetAddress[] {InetAddress.ofLiteral(answers.remove())},
                    WatchfulTrust.of(null));
            URI page = URI.create("http://rebinding.example:" + inside.port() + "/");
            assertThat(rebinding.get(page, Validators.NONE).status()).isEqualTo(200);
            assertThatThrownBy(() -> rebinding.get(page, Validators.NONE))
                    .isInstanceOfSatisfying(
                            FetchFailedException.class,
                            e -> assertThat(e.isRefused()).isTrue());
            assertThat(inside.connections()).isEqualTo(1);
            assertThat(answers).isEmpty();
            rebinding.close();
        }
    }

    @Test
    void of_two_addresses_the_private_one_is_never_tried() throws Exception {
        try (RawHost open = new RawHost(line -> line.send(OK + "\r\nok"))) {
            var mixed = new Fetcher(
                    TestFetchConfig.LOCAL,
                    host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")},
                    WatchfulTrust.of(null));
            Reply reply = mixed.get(URI.create("http://mixed.example:" + open.port() + "/"), Validators.NONE);
            assertThat(reply.exchange().remote()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
            mixed.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "http://127.0.0.1:22/",
                "http://127.0.0.1:25/",
                "http://127.0.0.1:6667/",
                "http://user@127.0.0.1/",
                "http://user:secret@127.0.0.1/",
                "http://127.0.0.2/",
                "http://0x7f000002/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.2]/",
                "http://2130706434/",
                "http://0177.0.0.2/",
                "http://127.0.0.2./"
            })
    void what_must_not_be_asked_is_refused_before_anything_is_sent(String address) {
        FetchFailedException e = catchThrowableOfType(
                FetchFailedException.class, () -> fetcher.get(URI.create(address), Validators.NONE));
        assertThat(e.problem()).as(address).isEqualTo(Problem.REFUSED);
    }

    private byte[] body(String encoding, byte[] packed) throws FetchFailedException {
        try (RawHost host = new RawHost(line ->
                line.send(OK + "Content-Encoding: " + encoding + "\r\n\r\n").send(packed))) {
            Reply reply = fetcher.get(URI.create(host.base() + "/"), Validators.NONE);
            assertThat(reply.exchange().body()).isEqualTo(packed);
            return reply.body();
        }
    }

    private void assertTooSlow(Manner manner, Duration limit) {
        Instant start = Instant.now();
        assertProblem(Problem.TOO_SLOW, manner);
        assertThat(Duration.between(start, Instant.now())).isBetween(limit.minusMillis(100), limit.plusSeconds(3));
    }

    private FetchFailedException assertProblem(Problem problem, Manner manner) {
        try (RawHost host = new RawHost(manner)) {
            FetchFailedException e = catchThrowableOfType(
                    FetchFailedException.class, () -> fetcher.get(URI.create(host.base() + "/"), Validators.NONE));
            assertThat(e).isNotNull();
            assertThat(e.problem()).as(e.reason()).isEqualTo(problem);
            return e;
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, bare))) {
            deflate.write(bytes);
        }
        return packed.toByteArray();
    }
}
