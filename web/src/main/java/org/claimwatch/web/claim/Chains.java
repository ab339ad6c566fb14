package org.claimwatch.web.claim;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Graph;
import org.claimwatch.web.chart.Layered;
import org.claimwatch.web.chart.Layered.Way;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.words.ClaimWords;
import org.claimwatch.web.words.CountWords;

/** The ways of a claim's statements, from the original speaker through relays to outlets; each line opens its evidence. */
final class Chains {
    /** More of them nobody can follow with the eye. */
    private static final int MOST = 30;

    private Chains() {}

    /** Of what counts; where nothing does, of what is doubted. */
    static Graph of(List<Said> all) {
        List<Said> counted = all.stream().filter(Said::counts).toList();
        String left = counted.size() == all.size()
                ? ""
                : counted.isEmpty()
                        ? " " + ClaimWords.SAY.allDoubtful()
                        : " " + ClaimWords.SAY.leftOut(CountWords.SAY.doubtful(all.size() - counted.size()));
        return of(counted.isEmpty() ? all : counted, left);
    }

    private static Graph of(List<Said> cards, String left) {
        Map<String, List<Said>> taken =
                cards.stream().collect(Collectors.groupingBy(Said::chainLine, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Said>> most = taken.size() <= MOST
                ? taken
                : taken.entrySet().stream()
                        .sorted(Comparator.comparingInt(way -> -way.getValue().size()))
                        .limit(MOST)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        String few = most.size() == taken.size() ? "" : " " + ClaimWords.SAY.mostTaken(most.size(), taken.size());
        List<Way> ways = most.values().stream()
                .flatMap(List::stream)
                .map(card -> new Way(
                        card.chain(), word(card), card.evidence(), ClaimWords.SAY.quoted(shortened(card.words()))))
                .toList();
        return Layered.of(
                new Caption(ClaimWords.SAY.chainsTitle(), takeaway(cards) + left + few, numbers(most)),
                List.of(ClaimWords.SAY.speaker(), ClaimWords.SAY.through(), ClaimWords.SAY.outlet()),
                ways);
    }

    private static String word(Said card) {
        return card.denies() ? "denies" : "asserts";
    }

    private static String shortened(String words) {
        String bare = words.replaceAll("^[“”\"„«»]|[“”\"“«»]$", "");
        return bare.codePointCount(0, bare.length()) <= 80
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, 79)) + "…";
    }

    private static String takeaway(List<Said> cards) {
        Set<String> relays = cards.stream()
                .flatMap(card -> card.chain().subList(1, card.chain().size() - 1).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        long relayed = cards.stream().filter(Said::relayed).count();
        String who = relays.isEmpty()
                ? ClaimWords.SAY.direct()
                : ClaimWords.SAY.cameThrough(
                        relayed,
                        CountWords.SAY.statements(cards.size()),
                        relays.size() == 1 ? relays.iterator().next() : CountWords.SAY.relays(relays.size()));
        return cards.stream().anyMatch(card -> word(card).equals("denies"))
                ? ClaimWords.SAY.sentences(who, ClaimWords.SAY.dashedDenied())
                : who;
    }

    private static Numbers numbers(Map<String, List<Said>> ways) {
        return new Numbers(
                List.of(ClaimWords.SAY.way(), ClaimWords.SAY.asserts(), ClaimWords.SAY.denies()),
                ways.entrySet().stream()
                        .map(way -> Caption.Row.plain(
                                way.getKey(),
                                way.getValue().getFirst().evidence(),
                                List.of(count(way.getValue(), "asserts"), count(way.getValue(), "denies"))))
                        .toList());
    }

    private static String count(List<Said> cards, String word) {
        return Counted.number(
                cards.stream().filter(card -> word(card).equals(word)).count());
    }
}
