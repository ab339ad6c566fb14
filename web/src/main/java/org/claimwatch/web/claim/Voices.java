package org.claimwatch.web.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Folds what repeats a statement: one speaker, nearly the same words. */
final class Voices {
    /** Of the words that either has, those that both have: an agency's sentence, shortened by a house's style. */
    private static final double SAME = 0.8;

    private final List<Group> groups = new ArrayList<>();

    /** A statement, with those that repeat it in other outlets. */
    record Voice(Said first, List<Said> reprints) {}

    private record Group(String speaker, Set<String> words, List<Said> cards) {}

    private Voices() {}

    /** Those of one side, the doubted after the rest, oldest first; the first of its kind stands for the others. */
    static List<Voice> of(List<Said> cards, boolean denying) {
        var voices = new Voices();
        cards.stream()
                .filter(card -> card.denies() == denying)
                .sorted(Comparator.comparing(Said::counts).reversed())
                .forEach(voices::add);
        return voices.groups.stream()
                .map(group -> new Voice(
                        group.cards().getFirst(),
                        List.copyOf(group.cards().subList(1, group.cards().size()))))
                .toList();
    }

    private void add(Said card) {
        Set<String> words = Set.copyOf(new HashSet<>(List.of(card.words()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "))));
        groups.stream()
                .filter(group -> group.speaker().equals(card.speaker()) && alike(group.words(), words) >= SAME)
                .findFirst()
                .orElseGet(() -> {
                    var group = new Group(card.speaker(), words, new ArrayList<>());
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
