package org.claimwatch.ingest.fetch;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a host as browsers do (WHATWG URL Standard, host parsing), so that every spelling of an address, decimal,
 * octal, hexadecimal, in full-width digits or with a trailing dot, is known for what it is before anything else looks
 * at it.
 */
final class HostName {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private static final IDNA NAMES =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Before it is brought into its form, in which some letters shrink; ICU stumbles over what is much longer. */
    private static final int LONGEST_WRITTEN = 3 * 253;

    /** What the standard lets pass, since names that break these rules exist. */
    private static final Set<IDNA.Error> HARMLESS =
            EnumSet.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private HostName() {}

    /**
     * The host in ASCII, lower case and without a trailing dot; an address in its usual form. Empty where it is no host.
     *
     * @param host with or without the brackets of an IPv6 address, which the answer lacks
     */
    static Optional<String> read(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return ipv6(host.substring(1, host.length() - 1));
        }
        if (host.contains(":")) {
            return ipv6(host);
        }
        if (host.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (!PLAIN.matcher(name).matches() || name.contains("xn--")) {
            var info = new IDNA.Info();
            name = NAMES.nameToASCII(host, new StringBuilder(), info).toString();
            if (!HARMLESS.containsAll(withoutEmptyEnd(name, info))) {
                return Optional.empty();
            }
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.length() > LONGEST || !PLAIN.matcher(name).matches() || hasLongLabel(name)) {
            return Optional.empty();
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches() ? ipv4(name) : Optional.of(name);
    }

    /** Whether a host that was {@link #read} is an address and not a name. */
    static boolean isAddress(String host) {
        return host.contains(":") || DOTTED.matcher(host).matches();
    }

    private static Set<IDNA.Error> withoutEmptyEnd(String name, IDNA.Info info) {
        Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
        errors.addAll(info.getErrors());
        if (name.endsWith(".") && !name.endsWith("..")) {
            errors.remove(IDNA.Error.EMPTY_LABEL);
        }
        return errors;
    }

    private static boolean hasLongLabel(String name) {
        for (String label : name.split("\\.", -1)) {
            if (label.length() > LONGEST_LABEL) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> ipv6(String literal) {
        if (literal.contains("%") || !literal.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One to four numbers, each decimal, octal (0…) or hexadecimal (0x…); the last fills the bytes that are left. */
    private static Optional<String> ipv4(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long number = number(parts[i]);
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (number < 0 || number >= limit) {
                return Optional.empty();
            }
            address += last ? number : number << (8 * (3 - i));
        }
        return Optional.of(
                "%d.%d.%d.%d".formatted(address >> 24, (address >> 16) & 0xFF, (address >> 8) & 0xFF, address & 0xFF));
    }

    /** Minus one where it is none. */
    private static long number(String part) {
        if (!NUMBER.matcher(part).matches()) {
            return -1;
        }
        boolean hex = part.startsWith("0x");
        boolean octal = !hex && part.length() > 1 && part.startsWith("0");
        String digits = hex ? part.substring(2) : part;
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
