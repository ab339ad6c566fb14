package org.claimwatch.web.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.claimwatch.web.claim.ClaimPage.Voice;
import org.claimwatch.web.reading.StatementCard;

/** Folds what repeats a statement: one speaker, nearly the same words. */
final class Voices {
    /** Of the words that either has, those that both have: an agency's sentence, shortened by a house's style. */
    private static final double SAME = 0.8;

    private final List<Group> groups = new ArrayList<>();

    private record Group(String speaker, Set<String> words, List<StatementCard> cards) {}

    private Voices() {}

    /** Those of one side, the doubted after the rest, oldest first; the first of its kind stands for the others. */
    static List<Voice> of(List<StatementCard> cards, boolean denying) {
        var voices = new Voices();
        cards.stream()
                .filter(card -> Objects.requireNonNull(card.side()).denies() == denying)
                .sorted(Comparator.comparing(StatementCard::counts).reversed())
                .forEach(voices::add);
        return voices.groups.stream()
                .map(group -> new Voice(
                        group.cards().getFirst(),
                        List.copyOf(group.cards().subList(1, group.cards().size()))))
                .toList();
    }

    private void add(StatementCard card) {
        Set<String> words = Set.copyOf(new HashSet<>(List.of(card.words()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "))));
        groups.stream()
                .filter(group -> group.speaker().equals(card.speaker().name()) && alike(group.words(), words) >= SAME)
                .findFirst()
                .orElseGet(() -> {
                    var group = new Group(card.speaker().name(), words, new ArrayList<>());
                    groups.add(group);
                    return group;
                })
                .cards()
                .add(card);
    }

    private static double alike(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return (double) both / (a.size() + b.size() - both);
    }
}
