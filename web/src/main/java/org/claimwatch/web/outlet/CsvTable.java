package org.claimwatch.web.outlet;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values after RFC 4180, and with the semicolons or tabs that spreadsheets write instead.
 *
 * @param unclosed the line where a quotation begins that never ends; 0 if there is none
 */
record CsvTable(List<Row> rows, int unclosed) {
    /** The values of one record, and the line on which it starts. */
    record Row(int line, List<String> values) {
        boolean blank() {
            return values.stream().allMatch(String::isBlank);
        }
    }

    static CsvTable read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Reader(plain, separator(plain)).read();
    }

    /** The one of the three that the header uses most. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** One pass over the text, a character at a time. */
    private static final class Reader {
        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private List<String> values = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private int line = 1;
        private int rowLine = 1;
        private int quotedSince;

        Reader(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        CsvTable read() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                line += c == '\n' ? 1 : 0;
                if (quotedSince > 0) {
                    i = quoted(i);
                } else if (c == '"' && value.toString().isBlank()) {
                    value.setLength(0);
                    quotedSince = line;
                } else if (c == separator) {
                    endValue();
                } else if (c == '\n') {
                    endRow();
                } else if (c != '\r' || next(i) != '\n') {
                    value.append(c);
                }
            }
            if (!value.isEmpty() || !values.isEmpty()) {
                endRow();
            }
            return new CsvTable(List.copyOf(rows), quotedSince);
        }

        /** Two quotation marks stand for one, one ends the value. */
        private int quoted(int i) {
            char c = text.charAt(i);
            if (c != '"') {
                value.append(c);
                return i;
            }
            if (next(i) == '"') {
                value.append('"');
                return i + 1;
            }
            quotedSince = 0;
            return i;
        }

        private char next(int i) {
            return i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        }

        private void endValue() {
            values.add(value.toString());
            value.setLength(0);
        }

        private void endRow() {
            endValue();
            Row row = new Row(rowLine, values);
            if (!row.blank()) {
                rows.add(row);
            }
            values = new ArrayList<>();
            rowLine = line;
        }
    }
}
