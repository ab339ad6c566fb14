package org.claimwatch.web.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Graph;
import org.claimwatch.web.chart.Spring;
import org.claimwatch.web.chart.Spring.Name;
import org.claimwatch.web.chart.Spring.Tie;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.network.Network.Pair;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.NetworkWords;
import org.claimwatch.web.words.VerdictWords;

/** The part of a network that the eye can take in: its strongest ties, and the actors whom they join. */
record Picture(Graph graph, int actors) {
    private static final int MOST_ACTORS = 14;
    private static final int MOST_PAIRS = 22;
    private static final int STRONG = 3;

    static Picture of(Network network, Address here) {
        Set<Long> shown = new LinkedHashSet<>();
        List<Pair> drawn = strongest(network, shown);
        List<Name> names = network.members().stream()
                .filter(member -> shown.contains(member.id()))
                .map(member -> new Name(key(member.id()), member.name(), "/actors/" + member.id(), "voice"))
                .toList();
        var lines = new ArrayList<Tie>();
        drawn.forEach(pair -> {
            add(lines, pair, pair.agree().size(), "agree", here);
            add(lines, pair, pair.disagree().size(), "disagree", here);
        });
        int left = network.pairs().size() - drawn.size();
        String more = left == 0 ? "" : " " + VerdictWords.SAY.moreInTable(CountWords.SAY.pairs(left));
        return new Picture(
                Spring.of(
                        new Caption(
                                NetworkWords.SAY.who(), takeaway(network) + more, new Numbers(List.of(), List.of())),
                        names,
                        lines),
                names.size());
    }

    /** Pairs come with most claims first; one that would bring in too many actors is left out, a later one may still fit. */
    private static List<Pair> strongest(Network network, Set<Long> shown) {
        var drawn = new ArrayList<Pair>();
        for (Pair pair : network.pairs()) {
            Set<Long> both = new LinkedHashSet<>(shown);
            both.add(pair.one().id());
            both.add(pair.other().id());
            if (drawn.size() < MOST_PAIRS && both.size() <= MOST_ACTORS) {
                drawn.add(pair);
                shown.addAll(both);
            }
        }
        return drawn;
    }

    private static void add(List<Tie> ties, Pair pair, int claims, String word, Address here) {
        if (claims > 0) {
            ties.add(new Tie(
                    key(pair.one().id()),
                    key(pair.other().id()),
                    word.equals("agree") ? claims : -claims,
                    claims >= STRONG ? word + " strong" : word,
                    NetworkPages.href(pair, here),
                    NetworkWords.SAY.edge(pair.one().name(), pair.other().name(), word, claims)));
        }
    }

    private static String key(long id) {
        return "a" + id;
    }

    private static String takeaway(Network network) {
        if (network.pairs().isEmpty()) {
            return NetworkWords.SAY.noShared();
        }
        var sentence = new StringBuilder();
        most(network, pair -> pair.agree().size())
                .ifPresent(pair -> sentence.append(NetworkWords.SAY.agreeMost(
                                pair.one().name(),
                                pair.other().name(),
                                CountWords.SAY.claims(pair.agree().size())))
                        .append(' '));
        most(network, pair -> pair.disagree().size())
                .ifPresent(pair -> sentence.append(NetworkWords.SAY.disagreeMost(
                                pair.one().name(),
                                pair.other().name(),
                                CountWords.SAY.claims(pair.disagree().size())))
                        .append(' '));
        return sentence.append(NetworkWords.SAY.legend()).toString();
    }

    private static Optional<Pair> most(Network network, ToIntFunction<Pair> count) {
        return network.pairs().stream()
                .filter(pair -> count.applyAsInt(pair) > 0)
                .max(Comparator.comparingInt(count)
                        .thenComparing(pair -> pair.one().name() + pair.other().name(), Comparator.reverseOrder()));
    }
}
