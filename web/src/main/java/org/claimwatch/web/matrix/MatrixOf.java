package org.claimwatch.web.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Chip;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Numbered;
import org.claimwatch.web.matrix.MatrixPage.Cell;
import org.claimwatch.web.matrix.MatrixPage.Chosen;
import org.claimwatch.web.matrix.MatrixPage.Column;
import org.claimwatch.web.matrix.MatrixPage.Counted;
import org.claimwatch.web.matrix.MatrixPage.Filter;
import org.claimwatch.web.matrix.MatrixPage.Hidden;
import org.claimwatch.web.matrix.MatrixPage.Line;
import org.claimwatch.web.matrix.StancesOfPeriod.Tally;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.words.MatrixWords;
import org.jspecify.annotations.Nullable;

/** Lays tallies out as the address asks: filtered, sorted, cut to a page. */
final class MatrixOf {
    private static final int COLUMNS = 10;
    private static final List<String> SORTS = List.of("stances", "name", "favour", "against");

    private final Address here;
    private final boolean outlets;
    private final String holder;
    private final String target;
    private final List<Tally> tallies;

    MatrixOf(Address here, boolean outlets, List<Tally> tallies) {
        this.here = here;
        this.outlets = outlets;
        this.holder = Optional.ofNullable(here.get("holder")).orElse("").strip();
        this.target = Optional.ofNullable(here.get("target")).orElse("").strip();
        this.tallies = matching(here, tallies);
    }

    /** Those whose holder and target are named as the address asks. */
    static List<Tally> matching(Address here, List<Tally> tallies) {
        String holder = Optional.ofNullable(here.get("holder")).orElse("").strip();
        String target = Optional.ofNullable(here.get("target")).orElse("").strip();
        return tallies.stream()
                .filter(tally -> contains(tally.holder(), holder) && contains(tally.target(), target))
                .toList();
    }

    /** A part of the name, or after = the whole of it. */
    private static boolean contains(String name, String part) {
        return part.startsWith("=")
                ? name.equals(part.substring(1))
                : name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    MatrixPage page(PeriodControl control, Narrowing narrowing, @Nullable Chosen chosen) {
        Map<String, Long> byTarget = tallies.stream()
                .collect(Collectors.groupingBy(
                        Tally::target, Collectors.summingLong(t -> t.sure() * 1000 + t.doubtful())));
        List<String> targets = byTarget.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COLUMNS)
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, Map<String, Tally>> byHolder = tallies.stream()
                .collect(Collectors.groupingBy(
                        Tally::holderId,
                        LinkedHashMap::new,
                        Collectors.toMap(Tally::target, t -> t, (a, b) -> a, LinkedHashMap::new)));
        List<Map<String, Tally>> sorted =
                byHolder.values().stream().sorted(order()).toList();
        Numbered numbered = Numbered.of(sorted.size(), here.without("of", "on"));
        return new MatrixPage(
                control,
                narrowing,
                by(),
                sorts(),
                filter(),
                targets.stream().map(this::column).toList(),
                numbered.of(sorted).stream()
                        .map(tallies -> line(tallies, targets))
                        .toList(),
                numbered.paging(),
                new Counted(
                        byHolder.size(),
                        tallies.stream().mapToLong(Tally::sure).sum(),
                        tallies.stream().mapToLong(Tally::doubtful).sum()),
                byTarget.size(),
                chosen);
    }

    private Comparator<Map<String, Tally>> order() {
        String column = here.get("column");
        Comparator<Map<String, Tally>> name = Comparator.comparing(
                tallies -> tallies.values().iterator().next().holder());
        Comparator<Map<String, Tally>> most = descending(
                tallies -> tallies.values().stream().mapToLong(Tally::sure).sum());
        if (column != null) {
            return MatrixOf.<Map<String, Tally>>descending(tallies -> Optional.ofNullable(tallies.get(column))
                            .map(t -> t.sure() * 1000 + t.doubtful())
                            .orElse(-1L))
                    .thenComparing(name);
        }
        return switch (sort()) {
            case "name" -> name;
            case "favour" ->
                MatrixOf.<Map<String, Tally>>descending(tallies -> tallies.values().stream()
                                .mapToLong(Tally::favour)
                                .sum())
                        .thenComparing(name);
            case "against" ->
                MatrixOf.<Map<String, Tally>>descending(tallies -> tallies.values().stream()
                                .mapToLong(Tally::against)
                                .sum())
                        .thenComparing(name);
            default -> most.thenComparing(name);
        };
    }

    private static <T> Comparator<T> descending(ToLongFunction<T> number) {
        return Comparator.comparingLong(number).reversed();
    }

    private String sort() {
        String asked = here.get("sort");
        return asked != null && SORTS.contains(asked) ? asked : SORTS.getFirst();
    }

    private List<Choice> by() {
        Address base = here.without("by", "of", "on", "page", "column", "holder");
        return List.of(
                new Choice(MatrixWords.SAY.bySpeakers(), base.toString(), !outlets),
                new Choice(
                        MatrixWords.SAY.byOutlets(), base.with("by", "outlet").toString(), outlets));
    }

    private List<Choice> sorts() {
        Address base = here.without("sort", "column", "page", "of", "on");

        var choices = new ArrayList<Choice>();
        for (int i = 0; i < SORTS.size(); i++) {
            choices.add(new Choice(
                    MatrixWords.SAY.sortBy(SORTS.get(i)),
                    base.with("sort", i == 0 ? null : SORTS.get(i)).toString(),
                    here.get("column") == null && sort().equals(SORTS.get(i))));
        }
        return choices;
    }

    private Filter filter() {
        Address bare = here.without("page", "of", "on");
        var chips = new ArrayList<Chip>();
        if (!holder.isEmpty()) {
            chips.add(new Chip(
                    MatrixWords.SAY.namedLike(holder), bare.without("holder").toString()));
        }
        if (!target.isEmpty()) {
            chips.add(new Chip(
                    MatrixWords.SAY.toward(target), bare.without("target").toString()));
        }
        return new Filter(
                holder,
                target,
                chips,
                bare.without("holder", "target").parameters().entrySet().stream()
                        .map(entry -> new Hidden(entry.getKey(), entry.getValue()))
                        .toList(),
                outlets);
    }

    private Column column(String name) {
        return new Column(
                name,
                here.without("sort", "page", "of", "on").with("column", name).toString(),
                name.equals(here.get("column")));
    }

    private Line line(Map<String, Tally> tallies, List<String> targets) {
        Tally any = tallies.values().iterator().next();
        return new Line(
                any.holder(),
                (outlets ? "/outlets/" : "/actors/") + any.holderId(),
                targets.stream().map(name -> cell(any, tallies.get(name), name)).toList());
    }

    private Cell cell(Tally any, @Nullable Tally tally, String name) {
        if (tally == null) {
            return new Cell(0, 0, 0, 0, "", false, "");
        }
        return new Cell(
                tally.favour(),
                tally.against(),
                tally.neutral(),
                tally.doubtful(),
                here.with("of", any.holderId()).with("on", name) + "#evidence",
                Long.toString(any.holderId()).equals(here.get("of")) && name.equals(here.get("on")),
                MatrixPage.said(any.holder(), name, tally));
    }
}
