package org.claimwatch.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body within its limits: as it came, and unpacked.
 *
 * @param received as it came
 * @param unpacked the same array where nothing was packed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once: copies would only cost memory
public record Body(byte[] received, byte[] unpacked) {
    /** What we understand and therefore ask for. */
    static final String ACCEPTED = "gzip, deflate";

    /** Pages are seldom packed to a twentieth; only what was made to burst reaches this. */
    private static final int LARGEST_RATIO = 200;

    /** Below this a large ratio does no harm. */
    private static final int RATIO_COUNTS_FROM = 1 << 20;

    /** Some servers pack twice by mistake; more is no mistake. */
    private static final int MOST_LAYERS = 2;

    /** The body, or what it unpacks to, is larger than allowed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /**
     * Takes off what the body was packed in.
     *
     * @param encoding the {@code Content-Encoding} header, null where there is none
     * @throws TooLargeException if it is larger than the limit, before or after unpacking, or bursts
     */
    public static Body unpack(byte[] received, @Nullable String encoding, int maxBytes) throws IOException {
        byte[] unpacked = received;
        for (String layer : demandedLayers(encoding)) {
            unpacked = unpack(layer, unpacked, received.length, maxBytes);
        }
        return new Body(received, unpacked);
    }

    /** Like {@link #unpack}, of a body that breaks off or unpacks to more: what it begins with. */
    static Body unpackBeginning(byte[] received, @Nullable String encoding, int maxBytes) throws IOException {
        byte[] unpacked = received;
        for (String layer : demandedLayers(encoding)) {
            unpacked = beginning(layer, unpacked, maxBytes);
        }
        return new Body(received, unpacked);
    }

    /** From the outermost inwards. */
    private static List<String> demandedLayers(@Nullable String encoding) throws ZipException {
        List<String> layers = layers(encoding);
        if (layers.size() > MOST_LAYERS) {
            throw new ZipException("is packed " + layers.size() + " times over");
        }
        return layers.reversed();
    }

    private static List<String> layers(@Nullable String encoding) {
        List<String> layers = new ArrayList<>();
        for (String part : (encoding == null ? "" : encoding).split(",", -1)) {
            String layer = part.strip().toLowerCase(Locale.ROOT);
            if (!layer.isEmpty() && !layer.equals("identity")) {
                layers.add(layer);
            }
        }
        return layers;
    }

    private static byte[] unpack(String layer, byte[] packed, int received, int maxBytes) throws IOException {
        if (packed.length == 0) {
            return packed;
        }
        try (InputStream in = stream(layer, packed)) {
            var out = new ByteArrayOutputStream(Math.min(maxBytes, packed.length * 4));
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > maxBytes) {
                    throw new TooLargeException("sent more than " + maxBytes / 1024 + " KB");
                }
                out.write(buffer, 0, n);
                if (out.size() > RATIO_COUNTS_FROM && out.size() / LARGEST_RATIO > received) {
                    throw new TooLargeException(
                            "sent " + received + " bytes that unpack to more than " + LARGEST_RATIO + " times as many");
                }
            }
            return out.toByteArray();
        }
    }

    private static byte[] beginning(String layer, byte[] packed, int maxBytes) throws IOException {
        if (packed.length == 0) {
            return packed;
        }
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try (InputStream in = stream(layer, packed)) {
            for (int n = in.read(buffer); n >= 0 && out.size() < maxBytes; n = in.read(buffer)) {
                out.write(buffer, 0, Math.min(n, maxBytes - out.size()));
            }
        } catch (EOFException | ZipException brokenOff) {
            if (out.size() == 0) {
                throw brokenOff;
            }
        }
        return out.toByteArray();
    }

    private static InputStream stream(String layer, byte[] packed) throws IOException {
        var in = new ByteArrayInputStream(packed);
        return switch (layer) {
            // Some servers say that they pack and then do not.
            case "gzip", "x-gzip" ->
                packed.length > 2 && (packed[0] & 0xFF) == 0x1F && (packed[1] & 0xFF) == 0x8B
                        ? new GZIPInputStream(in)
                        : in;
            // RFC 9110, 8.4.1.2: zlib; some send the bare stream that is inside.
            case "deflate" -> isZlib(packed) ? new InflaterInputStream(in) : bare(in);
            default -> throw new ZipException("is packed as “" + layer + "”, which was not asked for");
        };
    }

    private static InputStream bare(InputStream in) {
        var inflater = new Inflater(true);
        return new InflaterInputStream(in, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private static boolean isZlib(byte[] b) {
        return b.length > 1 && (b[0] & 0x0F) == 8 && (((b[0] & 0xFF) << 8) | (b[1] & 0xFF)) % 31 == 0;
    }
}
