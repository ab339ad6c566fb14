package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.claimwatch.ingest.fetch.CertificateFault.Kind;
import org.claimwatch.ingest.fetch.FetchFailedException.Problem;
import org.claimwatch.ingest.support.RawHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom we believe to be who they say they are, with certificates of an authority made for this test. */
@NullUnmarked // JUnit fills the folder
class CertificatesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static KeyStore trusted;

    @BeforeAll
    static void authorities() throws Exception {
        pair("authority", "CN=Test Authority", "-3d", 30, "-ext", "bc:c");
        pair("stranger", "CN=Unknown Authority", "-3d", 30, "-ext", "bc:c");
        issued("good", "good.example", "authority", "-2d", 10);
        issued("expired", "good.example", "authority", "-9d", 2);
        issued("early", "good.example", "authority", "+2d", 10);
        issued("other", "other.example", "authority", "-2d", 10);
        issued("unknown", "good.example", "stranger", "-2d", 10);
        pair("self", "CN=good.example", "-2d", 10, "-ext", "san=dns:good.example");
        trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", store("authority").getCertificate("authority"));
    }

    @Test
    void a_host_that_shows_who_it_is_is_fetched() throws Exception {
        assertThat(ask("good", "good.example").status()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_has_a_name_and_the_certificates_dates() {
        CertificateFault expired = fault("expired");
        assertThat(expired.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(expired.validUntil()).isCloseTo(Instant.now().minus(7, ChronoUnit.DAYS), within());
        assertThat(expired.validFrom()).isCloseTo(Instant.now().minus(9, ChronoUnit.DAYS), within());
        assertThat(expired.inWords()).startsWith("the certificate of good.example expired on ");
        assertThat(fault("early").kind()).isEqualTo(Kind.NOT_YET_VALID);
        assertThat(fault("self").kind()).isEqualTo(Kind.SELF_SIGNED);
        CertificateFault unknown = fault("unknown");
        assertThat(unknown.kind()).isEqualTo(Kind.UNKNOWN_ISSUER);
        assertThat(unknown.issuer()).isEqualTo("CN=Unknown Authority");
        CertificateFault other = fault("other");
        assertThat(other.kind()).isEqualTo(Kind.WRONG_HOST);
        assertThat(other.inWords()).contains("is for another host: CN=other.example");
    }

    @Test
    void a_host_that_never_finishes_the_handshake_is_left_in_time() throws Exception {
        Instant start = Instant.now();
        try (RawHost silent = new RawHost(RawHost.Line::hang)) {
            var e = failure(silent.port(), "good.example");
            assertThat(e.problem()).isIn(Problem.TOO_SLOW, Problem.NO_CONNECTION);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void encryption_of_the_last_century_is_not_agreed_to() throws Exception {
        SSLServerSocket old = (SSLServerSocket)
                context("good").getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        old.setEnabledProtocols(new String[] {"TLSv1.1"});
        try (RawHost host = new RawHost(old, line -> line.send("HTTP/1.1 200 OK\r\n\r\n"))) {
            assertThat(failure(host.port(), "good.example").problem()).isEqualTo(Problem.TLS);
        }
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(2, ChronoUnit.HOURS);
    }

    private static CertificateFault fault(String alias) {
        FetchFailedException e = catchThrowableOfType(FetchFailedException.class, () -> ask(alias, "good.example"));
        assertThat(e).as(alias).isNotNull();
        assertThat(e.problem()).as(e.reason()).isEqualTo(Problem.CERTIFICATE);
        assertThat(e.reason()).isEqualTo(e.certificate().inWords());
        return e.certificate();
    }

    private static FetchFailedException failure(int port, String host) {
        FetchFailedException e = catchThrowableOfType(FetchFailedException.class, () -> get(port, host));
        assertThat(e).isNotNull();
        return e;
    }

    private static Reply ask(String alias, String name) throws Exception {
        var socket = context(alias).getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        try (RawHost host = new RawHost(socket, line -> line.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
            return get(host.port(), name);
        }
    }

    private static Reply get(int port, String host) throws FetchFailedException, IOException {
        var fetcher = new Fetcher(
                TestFetchConfig.LOCAL,
                name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                WatchfulTrust.of(trusted));
        try {
            return fetcher.get(URI.create("https://" + host + ":" + port + "/"), Validators.NONE);
        } finally {
            fetcher.close();
        }
    }

    private static SSLContext context(String alias) throws Exception {
        KeyStore keys = store(alias);
        for (String name : Collections.list(keys.aliases())) {
            if (!name.equals(alias)) {
                keys.deleteEntry(name);
            }
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore store(String alias) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static void pair(String alias, String name, String start, int days, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days),
                "-keystore",
                folder.resolve(alias + ".p12").toString()));
        arguments.addAll(List.of(more));
        keytool(arguments);
    }

    private static void issued(String alias, String host, String by, String start, int days) throws Exception {
        pair(alias, "CN=" + host, start, days);
        Path request = folder.resolve(alias + ".csr");
        Path issued = folder.resolve(alias + ".crt");
        keytool(List.of(
                "-certreq",
                "-alias",
                alias,
                "-keystore",
                folder.resolve(alias + ".p12").toString(),
                "-file",
                request.toString()));
        keytool(List.of(
                "-gencert",
                "-alias",
                by,
                "-keystore",
                folder.resolve(by + ".p12").toString(),
                "-infile",
                request.toString(),
                "-outfile",
                issued.toString(),
                "-startdate",
                start,
                "-validity",
                Integer.toString(days),
                "-ext",
                "san=dns:" + host));
        KeyStore store = store(alias);
        Certificate certificate;
        try (InputStream in = Files.newInputStream(issued)) {
            certificate =
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        store.setKeyEntry(alias, store.getKey(alias, PASSWORD), PASSWORD, new Certificate[] {
            certificate, store(by).getCertificate(by)
        });
        try (var out = Files.newOutputStream(folder.resolve(alias + ".p12"))) {
            store.store(out, PASSWORD);
        }
    }

    private static void keytool(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        // Eight short-lived processes: they start sooner without the second compiler.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
