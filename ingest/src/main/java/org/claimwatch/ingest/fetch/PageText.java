package org.claimwatch.ingest.fetch;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's or feed's bytes into text.
 *
 * <p>Asked in turn: byte order mark, whether the bytes are UTF-8, the HTTP header, the XML declaration or
 * {@code meta} element. Bytes that nobody declared, or declared to be the UTF-8 that they are not, are left to ICU's
 * detection.
 */
public final class PageText {
    /** As far as browsers look for a {@code meta} element (HTML standard, prescan), and a bit for sloppy pages. */
    private static final int PRESCAN = 4_096;

    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META =
            Pattern.compile("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([^\\s;\"'/>]+)", Pattern.CASE_INSENSITIVE);

    private PageText() {}

    /**
     * The text that the bytes stand for.
     *
     * @param contentType the HTTP header, null where there is none
     */
    public static String decode(byte[] bytes, @Nullable String contentType) {
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            String text = new String(bytes, marked.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        // Text in another encoding is next to never valid UTF-8 by chance; a wrong declaration is common.
        Optional<String> utf8 = strictUtf8(bytes);
        if (utf8.isPresent() && utf8.get().length() < bytes.length) {
            return utf8.get();
        }
        Optional<Charset> declared = declared(bytes, contentType);
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, declared.get());
        }
        return utf8.orElseGet(() -> new String(bytes, detected(bytes, declared)));
    }

    private static Optional<Charset> declared(byte[] bytes, @Nullable String contentType) {
        String start = start(bytes);
        return find(HEADER, contentType == null ? "" : contentType)
                .filter(charset -> !isWide(charset) || mayBeWide(bytes))
                // What can be searched for an ASCII declaration is no UTF-16 (HTML standard, prescan).
                .or(() -> find(XML_DECLARATION, start)
                        .or(() -> find(META, start))
                        .map(charset -> isWide(charset) ? StandardCharsets.UTF_8 : charset));
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
    }

    /** UTF-16 of markup has zeros in it; a detector takes a few broken bytes for it all the same. */
    private static boolean mayBeWide(byte[] bytes) {
        return start(bytes).indexOf('\0') >= 0;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    private static Optional<Charset> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? WebEncodings.named(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        } else if (startsWith(b, 0xFF, 0xFE, 0, 0) || startsWith(b, '<', 0, 0, 0)) {
            return Optional.of(StandardCharsets.UTF_32LE);
        } else if (startsWith(b, 0, 0, 0xFE, 0xFF) || startsWith(b, 0, 0, 0, '<')) {
            return Optional.of(StandardCharsets.UTF_32BE);
        } else if (startsWith(b, 0xFF, 0xFE) || startsWith(b, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        } else if (startsWith(b, 0xFE, 0xFF) || startsWith(b, 0, '<')) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Charset detected(byte[] bytes, Optional<Charset> declared) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(bytes);
        CharsetMatch match = detector.detect();
        if (declared.isPresent() && mostlyUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        return match == null
                ? StandardCharsets.UTF_8
                : WebEncodings.named(match.getName())
                        .filter(charset -> !isWide(charset) || mayBeWide(bytes))
                        .orElse(StandardCharsets.UTF_8);
    }

    /** A few broken bytes in a long text do not make it another encoding. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c > 127).count();
        return broken * 4 < foreign;
    }
}
