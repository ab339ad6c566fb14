package org.claimwatch.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimwatch.ingest.fetch.Exchange;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * One exchange as a WARC 1.1 file (ISO 28500:2017): who fetched, the response, the request.
 *
 * <p>The body is kept as received, packed where {@code Content-Encoding} says so: that is the payload which the
 * standard's digest covers, and unpacking it later needs nothing but the headers beside it. The wire's chunks are no
 * part of it; since a reader that trusted the header would look for them, {@code Transfer-Encoding} is kept under
 * another name.
 */
final class Warc {
    private static final String STANDARD =
            "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

    private Warc() {}

    static byte[] of(URI address, Exchange exchange, String filename, String userAgent) throws IOException {
        var bytes = new ByteArrayOutputStream(exchange.body().length + 4_096);
        try (var writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
            Warcinfo info = new Warcinfo.Builder()
                    .version(MessageVersion.WARC_1_1)
                    .date(exchange.at())
                    .filename(filename)
                    .fields(Map.of(
                            "software", List.of("Claimwatch"),
                            "format", List.of("WARC File Format 1.1"),
                            "conformsTo", List.of(STANDARD),
                            "robots", List.of("obey"),
                            "http-header-user-agent", List.of(userAgent)))
                    .build();
            byte[] answer = block(renamed(exchange.response()), exchange.body());
            WarcResponse response = new WarcResponse.Builder(address)
                    .version(MessageVersion.WARC_1_1)
                    .date(exchange.at())
                    .warcinfoId(info.id())
                    .ipAddress(exchange.remote())
                    .payloadDigest(digest(exchange.body()))
                    .blockDigest(digest(answer))
                    .body(MediaType.HTTP_RESPONSE, answer)
                    .build();
            byte[] question = block(exchange.request(), new byte[0]);
            WarcRequest request = new WarcRequest.Builder(address)
                    .version(MessageVersion.WARC_1_1)
                    .date(exchange.at())
                    .warcinfoId(info.id())
                    .concurrentTo(response.id())
                    .ipAddress(exchange.remote())
                    .blockDigest(digest(question))
                    .body(MediaType.HTTP_REQUEST, question)
                    .build();
            for (WarcRecord record : List.of(info, response, request)) {
                writer.write(record);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * A response's body as it was received.
     *
     * @param number which of the file's responses, from 1
     */
    static byte[] payload(byte[] warc, int number) throws IOException {
        int met = 0;
        try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                if (record.get() instanceof WarcResponse response && ++met == number) {
                    return response.http().body().stream().readAllBytes();
                }
            }
        }
        throw new IOException("the archived file holds " + met + " responses, so there is no " + number + ".");
    }

    private static List<String> renamed(List<String> head) {
        return head.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")
                        ? "X-Archive-Orig-" + line
                        : line)
                .toList();
    }

    private static byte[] block(List<String> head, byte[] body) {
        byte[] lines = (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] block = java.util.Arrays.copyOf(lines, lines.length + body.length);
        System.arraycopy(body, 0, block, lines.length, body.length);
        return block;
    }

    private static WarcDigest digest(byte[] bytes) {
        return new WarcDigest("sha256", sha256(bytes));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
