package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Other projects' cases of addresses, where they lie beside this one: each passes, or stands with a reason in
 * {@code url-exceptions.tsv}, whose patterns say which inputs; a pattern that excuses nothing is one too many.
 */
class UrlCasesTest {
    private static final Path CASES = Path.of("../../shared/data/urls");

    private final Map<String, Pattern> exceptions = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final TreeSet<String> met = new TreeSet<>();
    private int cases;
    private int different;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "No ../shared/data/urls beside the project: nothing to compare with");
        try (InputStream in = UrlCasesTest.class.getResourceAsStream("url-exceptions.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .forEach(row -> exceptions.put(row[0] + "\t" + row[1], Pattern.compile(row[1])));
        }
    }

    @Test
    void mediacloud_s_sites() throws IOException {
        for (String line : Files.readAllLines(CASES.resolve("mediacloud-url-cases.tsv"))) {
            String[] row = line.split("\t", -1);
            String site = CanonicalUrl.of(row[2])
                    .flatMap(WebAddress::parse)
                    .map(Site::of)
                    .orElse("");
            check("mediacloud", row[2], row[3], site);
        }
        report("mediacloud");
    }

    @Test
    void crawler_commons_normal_forms() throws IOException {
        for (String line : Files.readAllLines(CASES.resolve("crawler-commons/normalizer/weirdToNormalizedUrls.csv"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int comma = line.lastIndexOf(", ") < 0 ? line.lastIndexOf(',') : line.lastIndexOf(", ");
            String written = unquoted(line.substring(0, comma));
            String expected = unquoted(line.substring(comma + 1).strip());
            check("normalizer", written, expected, CanonicalUrl.of(written).orElse(""));
        }
        report("normalizer");
    }

    @Test
    void crawler_commons_invalid_addresses() throws IOException {
        for (String line : Files.readAllLines(CASES.resolve("crawler-commons/normalizer/invalidUrls.csv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                check("invalid", line.strip(), "", CanonicalUrl.of(line).orElse(""));
            }
        }
        report("invalid");
    }

    @Test
    void crawler_commons_relative_addresses() throws IOException {
        for (String line : Files.readAllLines(CASES.resolve("crawler-commons/url-utils/url-resolve.csv"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split(", ", 3);
            String base = unquoted(row[1]);
            Optional<URI> found = base.isEmpty()
                    ? WebAddress.parse(unquoted(row[0]))
                    : WebAddress.resolve(URI.create(base), unquoted(row[0]));
            check(
                    "resolve",
                    row[0] + " at " + base,
                    unquoted(row[2]),
                    found.map(URI::toString).orElse(""));
        }
        report("resolve");
    }

    /** The browsers' own cases, as far as they are about http and https and hold no credentials. */
    @Test
    void web_platform_addresses() throws IOException {
        for (JsonNode each : new ObjectMapper()
                .readTree(CASES.resolve("crawler-commons/url-utils/wpt-urltestdata.json")
                        .toFile())) {
            String base = each.path("base").asText("");
            String href = each.path("href").asText("");
            boolean alone = base.isEmpty() || each.path("base").isNull();
            boolean web = alone ? href.startsWith("http") : base.startsWith("http");
            if (!each.isObject()
                    || !web
                    || each.path("failure").asBoolean()
                    || href.contains("@")
                    || !href.startsWith("http")) {
                continue;
            }
            String input = each.path("input").asText();
            Optional<URI> against = WebAddress.parse(base);
            Optional<URI> found =
                    against.isPresent() ? WebAddress.resolve(against.get(), input) : WebAddress.parse(input);
            check(
                    "wpt",
                    input + " at " + base,
                    normal(href),
                    found.map(URI::toString).map(UrlCasesTest::normal).orElse(""));
        }
        report("wpt");
    }

    /** Escapes and dots are the normal form's affair, which has cases of its own. */
    private static String normal(String address) {
        return CanonicalUrl.of(address).map(url -> url.replaceFirst("#.*", "")).orElse(address);
    }

    private static String unquoted(String field) {
        String text = field.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
    }

    private void check(String suite, String input, String expected, String found) {
        cases++;
        if (expected.equals(found)) {
            return;
        }
        different++;
        List<String> excuses = exceptions.entrySet().stream()
                .filter(each -> each.getKey().startsWith(suite + "\t")
                        && each.getValue().matcher(escaped(input)).matches())
                .map(Map.Entry::getKey)
                .toList();
        met.addAll(excuses);
        if (excuses.isEmpty()) {
            wrong.add(suite + "\t" + escaped(input) + "\texpected " + expected + "\tfound " + found);
        }
    }

    /** Control characters as in a TSV. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(c < 32 || c == 127 ? "\\u%04x".formatted(c) : Character.toString((char) c)));
        return out.toString().strip();
    }

    private void report(String suite) {
        System.out.printf("%s: %d cases, %d as expected, %d argued%n", suite, cases, cases - different, different);
        exceptions.keySet().stream()
                .filter(key -> key.startsWith(suite + "\t") && !met.contains(key))
                .forEach(key -> wrong.add("excuses nothing: " + key));
        assertThat(wrong).as("add a reason to url-exceptions.tsv, or mend").isEmpty();
    }
}
