package org.claimwatch.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several values in one field of a form: separated by commas, in quotation marks where a value has one itself. */
final class Listed {
    private static final String COMMAS = ",،";
    private static final String QUOTES = "\"“”„‟";

    private Listed() {}

    static List<String> read(String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean escapes = quoted && c == '\\' && at + 1 < text.length() && marked(text.charAt(at + 1));
            if (escapes) {
                value.append(text.charAt(++at));
            } else if (QUOTES.indexOf(c) >= 0) {
                quoted = !quoted;
            } else if (!quoted && COMMAS.indexOf(c) >= 0) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    static String write(List<String> values) {
        return values.stream().map(Listed::one).collect(Collectors.joining(", "));
    }

    private static String one(String value) {
        return value.chars().anyMatch(c -> marked((char) c) || COMMAS.indexOf(c) >= 0)
                ? "\"" + value.replaceAll("([\\\\\"“”„‟])", "\\\\$1") + "\""
                : value;
    }

    private static boolean marked(char c) {
        return c == '\\' || QUOTES.indexOf(c) >= 0;
    }
}
