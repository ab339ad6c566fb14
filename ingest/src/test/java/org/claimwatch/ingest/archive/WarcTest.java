package org.claimwatch.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.ingest.fetch.Exchange;
import org.claimwatch.ingest.fetch.FetchFailedException;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.support.RawHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

@NullUnmarked // what is missing fails the test
class WarcTest {
    private static final Instant AT = Instant.parse("2026-11-26T05:00:00Z");
    private static final byte[] PAGE = "<p>Grüße</p>".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_page_reads_back_as_it_came_over_the_wire() throws IOException, FetchFailedException {
        byte[] packed = gzip(PAGE);
        byte[] warc;
        URI address;
        try (RawHost host = new RawHost(line -> line.send("HTTP/1.1 200 Fine\r\nX-b: 1\r\ncontent-ENCODING: gzip\r\n"
                        + "x-B: Gr\u00fc\u00dfe\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(packed.length)
                        + ";ext=1\r\n")
                .send(packed)
                .send("\r\n0\r\n\r\n"))) {
            address = URI.create(host.base() + "/a?b=c");
            Reply reply = new Fetcher(TestFetchConfig.LOCAL).get(address, Validators.NONE);
            assertThat(reply.body()).isEqualTo(PAGE);
            warc = Warc.of(address, reply.exchange(), "x.warc.gz", TestFetchConfig.LOCAL.userAgent());
        }
        List<WarcRecord> records = records(warc);
        assertThat(records).hasExactlyElementsOfTypes(Warcinfo.class, WarcResponse.class, WarcRequest.class);
        assertThat(records)
                .allSatisfy(record -> assertThat(record.version().toString()).isEqualTo("WARC/1.1"));
        assertThat(Warc.payload(warc, 1)).isEqualTo(packed);
        String raw = new String(
                new java.util.zip.GZIPInputStream(new ByteArrayInputStream(warc)).readAllBytes(),
                StandardCharsets.ISO_8859_1);
        assertThat(raw)
                .contains(String.join(
                        "\r\n",
                        "HTTP/1.1 200 Fine",
                        "X-b: 1",
                        "content-ENCODING: gzip",
                        "x-B: Gr\u00fc\u00dfe",
                        "X-Archive-Orig-Transfer-Encoding: chunked",
                        "",
                        ""))
                .contains("http-header-user-agent: Claimwatch/0.1 (+https://operator.example/crawler)")
                .contains("WARC-IP-Address: 127.0.0.1")
                .contains("WARC-Target-URI: " + address)
                .contains("WARC-Payload-Digest: sha256:")
                .contains("GET /a?b=c HTTP/1.1\r\n", "Accept-Encoding: gzip, deflate\r\n", "Host: 127.0.0.1:");
    }

    @Test
    void digests_and_links_between_records_are_right() throws IOException {
        byte[] warc = Warc.of(URI.create("https://outlet.example/a"), exchange("a"), "x.warc.gz", "Agent");
        try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
            reader.calculateBlockDigest();
            Warcinfo info = (Warcinfo) reader.next().orElseThrow();
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.date()).isEqualTo(AT);
            assertThat(response.warcinfoID()).contains(info.id());
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.payloadDigest().orElseThrow().hex())
                    .isEqualTo(HexFormat.of().formatHex(Warc.sha256("a".getBytes(StandardCharsets.UTF_8))));
            response.http().body().stream().readAllBytes();
            URI responseId = response.id();
            WarcRequest request = (WarcRequest) reader.next().orElseThrow();
            assertThat(request.concurrentTo()).containsExactly(responseId);
            assertThat(request.http().target()).isEqualTo("/a");
        }
    }

    @Test
    void files_laid_end_to_end_are_one_archive() throws IOException {
        var joined = new ByteArrayOutputStream();
        for (String page : List.of("a", "b", "c")) {
            joined.write(Warc.of(URI.create("https://outlet.example/" + page), exchange(page), page, "Agent"));
        }
        assertThat(records(joined.toByteArray()).stream()
                        .filter(WarcResponse.class::isInstance)
                        .map(record -> ((WarcResponse) record).target()))
                .containsExactly("https://outlet.example/a", "https://outlet.example/b", "https://outlet.example/c");
    }

    private static Exchange exchange(String body) {
        return new Exchange(
                AT,
                InetAddress.ofLiteral("192.0.2.7"),
                List.of("GET /a HTTP/1.1", "Host: outlet.example"),
                List.of("HTTP/1.1 200 OK", "Content-Type: text/html"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<WarcRecord> records(byte[] warc) throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
            reader.forEach(records::add);
        }
        return records;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
