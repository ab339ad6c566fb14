package org.claimwatch.analysis.pipeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.claim.Proposition;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.analysis.model.RelationWords;
import org.claimwatch.analysis.model.RelationWords.Part;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadRelation;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.common.statement.TextSpan;

/** Finds the statement that takes back or supports a claim in so many words: without a statement nobody has said so. */
final class RelationStep {
    /** Where the words stand that relate a statement to another claim. */
    enum Place {
        /** All of them in what is said. */
        WITHIN,
        /** The statement's own cue takes back or supports. */
        CUE,
        /** After what is said, and about it. */
        ASIDE
    }

    record Found(Place place, RelationWords words) {}

    private final SegmentedText text;
    private final List<Attribution> attributions;
    private final Map<Integer, Found> found = new HashMap<>();
    private final Set<Integer> unasserted = new HashSet<>();

    RelationStep(SegmentedText text, List<Attribution> attributions) {
        this.text = text;
        this.attributions = attributions;
        RelationWords.of(text).forEach(this::place);
    }

    Optional<Found> of(int statement) {
        return Optional.ofNullable(found.get(statement));
    }

    /** Empty where too little is told of the other claim to know it again. */
    Optional<ReadRelation> read(Found relation) {
        RelationWords words = relation.words();
        return Propositions.claimed(cut(words.claimed()), text.language())
                .map(claimed -> new ReadRelation(
                        words.kind(), span(words.cue()), span(words.claimed()), claimed, words.outlets()));
    }

    /**
     * What the statement claims: with the words that relate it, where they are its own. Without the other claim's words
     * it would be none.
     */
    Optional<Proposition> proposition(Found relation, ReadStatement statement) {
        ClaimRelationKind kind = relation.words().kind();
        return switch (relation.place()) {
            case ASIDE ->
                Optional.of(before(relation.words(), statement)
                        .orElseGet(() -> Propositions.relating(
                                statement.content() + ", " + said(relation.words()), text.language(), kind)));
            case WITHIN ->
                Optional.of(statement
                        .proposition()
                        .map(proposition -> proposition.relating(kind))
                        .orElseGet(() -> Propositions.relating(statement.content(), text.language(), kind)));
            case CUE ->
                Optional.of(Propositions.relating(sentence(relation.words(), statement), text.language(), kind));
        };
    }

    /** What is said before the words that hang on it. */
    private Optional<Proposition> before(RelationWords words, ReadStatement statement) {
        List<TextSpan> content = statement.attribution().content();
        int start = words.whole().start();
        return content.getLast().end() <= start
                ? statement.proposition()
                : Propositions.of(
                        content.stream()
                                .filter(span -> span.end() <= start)
                                .map(text::cut)
                                .collect(Collectors.joining(" ")),
                        text.language());
    }

    private String said(RelationWords words) {
        return cut(words.whole());
    }

    private String cut(Part part) {
        return text.plain().substring(part.start(), part.end());
    }

    /** By whom, and what becomes of the claim: "Fisheries Board withdrew its claim that …". */
    private String sentence(RelationWords words, ReadStatement statement) {
        boolean verbFirst =
                words.subject() != null && words.subject().start() > words.cue().start();
        if (verbFirst || words.outlets()) {
            return said(words);
        }
        TextSpan mention = statement.attribution().source();
        boolean named = statement.speaker().kind() != ActorKind.UNNAMED;
        String who = named || mention == null ? statement.speaker().name() : text.cut(mention);
        return words.claimed().start() < words.cue().start()
                ? who + " " + cut(words.cue()) + ": " + cut(words.claimed())
                : who + " "
                        + text.plain()
                                .substring(words.cue().start(), words.claimed().end());
    }

    /** Whether a statement is only the claim that another one takes back or supports. */
    boolean isOnlyClaimed(int statement) {
        return unasserted.contains(statement);
    }

    private void place(RelationWords words) {
        Part whole = words.whole();
        Optional<Integer> within = statements()
                .filter(i -> attributions.get(i).content().stream().anyMatch(span -> holds(span, whole)))
                .boxed()
                .min(Comparator.comparingInt(this::length));
        Optional<Integer> statement = within.isPresent() ? within : words.aside() ? before(whole) : byCue(words);
        if (statement.isEmpty() || found.containsKey(statement.get())) {
            return;
        }
        found.put(
                statement.get(),
                new Found(within.isPresent() ? Place.WITHIN : words.aside() ? Place.ASIDE : Place.CUE, words));
        statements()
                .filter(i -> i != statement.get()
                        && attributions.get(i).content().stream()
                                .allMatch(span -> whole.start() <= span.start() && span.end() <= whole.end()))
                .forEach(unasserted::add);
    }

    /** The nearest whose content ends before a place in the same sentence. */
    private Optional<Integer> before(Part whole) {
        int sentence = text.sentences().stream()
                .filter(s -> s.start() <= whole.start() && whole.start() < s.end())
                .mapToInt(Stretch::start)
                .findFirst()
                .orElse(whole.start());
        return statements()
                .filter(i -> attributions.get(i).content().stream()
                        .anyMatch(span -> span.end() <= whole.start() && span.end() > sentence))
                .boxed()
                .max(Comparator.comparingInt(i -> attributions.get(i).start()));
    }

    /** The one whose content begins among the words that relate it. */
    private Optional<Integer> byCue(RelationWords words) {
        return statements()
                .filter(i -> attributions.get(i).content().stream()
                        .anyMatch(span -> span.start() >= words.whole().start()
                                && span.start() <= words.whole().end()))
                .boxed()
                .min(Comparator.comparingInt(i -> attributions.get(i).start()));
    }

    private IntStream statements() {
        return IntStream.range(0, attributions.size());
    }

    private int length(int statement) {
        return attributions.get(statement).content().stream()
                .mapToInt(span -> span.end() - span.start())
                .sum();
    }

    private static boolean holds(TextSpan span, Part part) {
        return span.start() <= part.start() && part.end() <= span.end();
    }

    private static TextSpan span(Part part) {
        return new TextSpan(part.start(), part.end());
    }
}
