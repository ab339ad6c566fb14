package org.claimwatch.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Makes of what came something that fits into memory: unpacked where it is a gzip file, and cut where it is too long. */
final class FeedBytes {
    /** Longer than any feed that people write; of a longer one the beginning is read, where the newest entries are. */
    static final int MOST = 16 * 1024 * 1024;

    private FeedBytes() {}

    /** At most {@link #MOST} bytes, cut between two characters of UTF-8. */
    static byte[] bounded(byte[] bytes) throws NotAFeedException {
        byte[] plain = isGzip(bytes) ? unpacked(bytes) : bytes;
        if (plain.length <= MOST) {
            return plain;
        }
        int end = MOST;
        while (end > MOST - 4 && (plain[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(plain, end);
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }

    private static byte[] unpacked(byte[] bytes) throws NotAFeedException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new NotAFeedException("a gzip file came that cannot be unpacked");
        }
    }
}
