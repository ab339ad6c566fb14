package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an address is built, without the words in it: {@code /world/2025/09/13/orrin-accord-HY0913A.html} is of the form
 * {@code /w/Y/d/d/wI.html}.
 *
 * @param section the first folder, empty where there is none
 * @param form one sign for each segment
 * @param marks what an outlet's addresses of articles may all have: a date, a number, an identifier, an extension
 */
record AddressShape(String section, String form, Set<String> marks) {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern DATE = Pattern.compile(
            "(19|20)\\d\\d[-_.]?[01]\\d[-_.]?[0-3]\\d(?!\\d)|(?<!\\d)[0-3]?\\d[-_.][01]?\\d[-_.](19|20)\\d\\d");
    private static final Pattern EXTENSION = Pattern.compile("\\.([a-z][a-z0-9]{1,4})$");
    private static final int FEW_WORDS = 2;

    static AddressShape of(URI address) {
        String path = address.getPath() == null ? "/" : address.getPath();
        List<String> segments =
                Stream.of(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
        Set<String> marks = new TreeSet<>();
        List<String> signs = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i == segments.size() - 1;
            signs.add(sign(segments.get(i), last && !path.endsWith("/"), marks));
        }
        String query = address.getQuery() == null ? "" : "?" + parameters(address.getQuery(), marks);
        String section = segments.size() > 1 ? segments.getFirst().toLowerCase(Locale.ROOT) : "";
        return new AddressShape(
                section, "/" + String.join("/", signs) + (path.endsWith("/") ? "/" : "") + query, Set.copyOf(marks));
    }

    private static String sign(String segment, boolean isFile, Set<String> marks) {
        String rest = segment;
        String ending = "";
        var extension = EXTENSION.matcher(segment.toLowerCase(Locale.ROOT));
        if (isFile && extension.find()) {
            ending = extension.group();
            rest = segment.substring(0, extension.start());
            marks.add("extension " + ending);
        }
        if (YEAR.matcher(rest).matches()) {
            marks.add("date");
            return "Y" + ending;
        }
        StringBuilder sign = new StringBuilder();
        var date = DATE.matcher(rest);
        if (date.find()) {
            marks.add("date");
            sign.append('D');
            rest = rest.substring(0, date.start()) + "-" + rest.substring(date.end());
        }
        return sign.append(words(rest, marks)).append(ending).toString();
    }

    private static String words(String text, Set<String> marks) {
        int words = 0;
        boolean number = false;
        boolean identifier = false;
        boolean shortNumber = false;
        for (String word : text.split("[-_.,+ ]+", -1)) {
            long digits = word.chars().filter(Character::isDigit).count();
            if (digits > 0 && digits == word.length()) {
                number |= digits >= 4;
                shortNumber |= digits < 4;
            } else if (digits > 0 && word.length() >= 4) {
                identifier = true;
            } else {
                words += word.isEmpty() ? 0 : 1;
            }
        }
        if (number) {
            marks.add("number");
        }
        if (identifier) {
            marks.add("identifier");
        }
        // A slug may hold a small number, a "sixty" as well as a "60": only a number alone is a sign.
        String kind = words == 0 ? (shortNumber ? "d" : "") : words <= FEW_WORDS ? "w" : "s";
        return kind + (number ? "N" : "") + (identifier ? "I" : "");
    }

    private static String parameters(String query, Set<String> marks) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + (pair.length < 2 ? "" : words(pair[1], marks)))
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
