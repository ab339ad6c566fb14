package org.claimwatch.web.outlet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimwatch.web.outlet.CsvTable.Row;
import org.claimwatch.web.outlet.ListedOutlets.Listed;
import org.claimwatch.web.outlet.ListedOutlets.ListedFeed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.words.FeedWords;

/** Reads outlets out of a table whose first row names the columns. */
final class OutletCsv {
    private enum Column {
        NAME,
        HOME_PAGE,
        LANGUAGE,
        COUNTRY,
        OWNERSHIP,
        FEEDS
    }

    /** What people call the columns, without spaces. */
    private static final Map<String, Column> NAMES = Map.ofEntries(
            Map.entry("name", Column.NAME),
            Map.entry("outlet", Column.NAME),
            Map.entry("title", Column.NAME),
            Map.entry("homepage", Column.HOME_PAGE),
            Map.entry("homeurl", Column.HOME_PAGE),
            Map.entry("home", Column.HOME_PAGE),
            Map.entry("url", Column.HOME_PAGE),
            Map.entry("website", Column.HOME_PAGE),
            Map.entry("language", Column.LANGUAGE),
            Map.entry("lang", Column.LANGUAGE),
            Map.entry("country", Column.COUNTRY),
            Map.entry("ownership", Column.OWNERSHIP),
            Map.entry("owner", Column.OWNERSHIP),
            Map.entry("feeds", Column.FEEDS),
            Map.entry("feed", Column.FEEDS),
            Map.entry("feedurls", Column.FEEDS),
            Map.entry("rss", Column.FEEDS));

    private OutletCsv() {}

    static ListedOutlets read(byte[] content) {
        CsvTable table = CsvTable.read(decode(content));
        List<Problem> problems = new ArrayList<>();
        if (table.unclosed() > 0) {
            problems.add(new Problem(table.unclosed(), FeedWords.SAY.unclosedQuote()));
        }
        if (table.rows().isEmpty()) {
            problems.add(new Problem(1, FeedWords.SAY.emptyFile()));
            return new ListedOutlets(List.of(), problems);
        }
        Map<Column, Integer> columns = columns(table.rows().getFirst());
        if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.HOME_PAGE)) {
            problems.add(new Problem(1, FeedWords.SAY.nameColumns()));
            return new ListedOutlets(List.of(), problems);
        }
        List<Listed> outlets = new ArrayList<>();
        for (Row row : table.rows().subList(1, table.rows().size())) {
            Listed outlet = outlet(row, columns);
            List<String> wrong = outlets.size() >= ListedOutlets.MOST_OUTLETS
                    ? List.of(FeedWords.SAY.tooManyOutlets(ListedOutlets.MOST_OUTLETS))
                    : row.line() == table.unclosed() ? List.of() : outlet.problems();
            if (wrong.isEmpty() && row.line() != table.unclosed()) {
                outlets.add(outlet);
            } else if (!wrong.isEmpty()) {
                problems.add(new Problem(row.line(), String.join(" ", wrong)));
            }
        }
        return new ListedOutlets(List.copyOf(outlets), List.copyOf(problems));
    }

    private static Map<Column, Integer> columns(Row header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.values().size(); i++) {
            String name = header.values().get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
            Column column = NAMES.get(name);
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private static Listed outlet(Row row, Map<Column, Integer> columns) {
        String home = value(row, columns, Column.HOME_PAGE);
        List<ListedFeed> feeds = Arrays.stream(value(row, columns, Column.FEEDS).split("[\\s|]+", -1))
                .filter(url -> !url.isEmpty())
                .distinct()
                .map(url -> new ListedFeed(url, null, null))
                .toList();
        return new Listed(
                row.line(),
                value(row, columns, Column.NAME),
                HomeAddress.typed(home).map(HomeAddress::first).orElse(home),
                value(row, columns, Column.LANGUAGE),
                value(row, columns, Column.COUNTRY),
                value(row, columns, Column.OWNERSHIP),
                feeds);
    }

    private static String value(Row row, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= row.values().size()
                ? ""
                : row.values().get(at).strip();
    }

    /** UTF-8; where it is none, what spreadsheets in western Europe write. */
    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
