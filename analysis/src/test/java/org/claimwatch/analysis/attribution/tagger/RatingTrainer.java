package org.claimwatch.analysis.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.model.RoleSpan;
import org.jspecify.annotations.Nullable;

/** Learns from paragraphs that a model has not seen how far to trust it. */
final class RatingTrainer {
    private final List<AnnotatedParagraph> paragraphs;
    private final List<Passes.Reading> readings;
    private final List<Rating> spanRatings = new ArrayList<>();
    private final Rating linkRating;

    RatingTrainer(Passes passes, List<AnnotatedParagraph> unseen) {
        paragraphs = unseen.stream()
                .filter(p -> p.words().size() <= passes.longest())
                .toList();
        readings = paragraphs.stream().map(p -> passes.read(p.words())).toList();
        for (Role role : Role.values()) {
            spanRatings.add(LogisticRegression.fit(spans(role), Linker.SPAN_EVIDENCE));
        }
        linkRating = LogisticRegression.fit(links(), Linker.LINK_EVIDENCE);
    }

    List<Rating> spanRatings() {
        return spanRatings;
    }

    Rating linkRating() {
        return linkRating;
    }

    private List<double[]> spans(Role role) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Set<RoleSpan> right = new HashSet<>();
            for (RoleSpan span : paragraphs.get(i).flat()) {
                right.add(new RoleSpan(span.role(), span.start(), span.end(), 0));
            }
            Linker.candidates(readings.get(i).first(), readings.get(i).arguments())
                    .forEach((span, evidence) -> {
                        if (span.role() == role.number()) {
                            rows.add(row(evidence, right.contains(span)));
                        }
                    });
        }
        return rows;
    }

    private List<double[]> links() {
        Linker linker = new Linker(spanRatings, new Rating(new double[Linker.LINK_EVIDENCE]));
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            List<ArgumentReading> arguments = readings.get(i).arguments();
            for (Linked linked : linker.link(readings.get(i).first(), arguments).attributions()) {
                double[] evidence = Linker.evidence(
                        linked.source(), linked.cue(), linked.content(), reading(arguments, linked.cue()));
                rows.add(row(evidence, isRight(linked, paragraphs.get(i))));
            }
        }
        return rows;
    }

    private static double[] row(double[] evidence, boolean right) {
        double[] row = Arrays.copyOf(evidence, evidence.length + 1);
        row[evidence.length] = right ? 1 : 0;
        return row;
    }

    private static @Nullable ArgumentReading reading(List<ArgumentReading> readings, @Nullable RoleSpan cue) {
        return readings.stream()
                .filter(r -> cue != null && r.isAbout(cue))
                .findFirst()
                .orElse(null);
    }

    /** Half the words of the content, and a word of the source, as the scorer has it. */
    private static boolean isRight(Linked linked, AnnotatedParagraph paragraph) {
        Set<Integer> content = words(linked.content());
        Set<Integer> source = linked.source() == null ? Set.of() : words(List.of(linked.source()));
        return paragraph.attributions().stream().anyMatch(gold -> {
            Set<Integer> wanted = words(gold.getOrDefault(Role.CONTENT, List.of()));
            Set<Integer> wantedSource = words(gold.getOrDefault(Role.SOURCE, List.of()));
            long common = content.stream().filter(wanted::contains).count();
            boolean same =
                    source.isEmpty() ? wantedSource.isEmpty() : source.stream().anyMatch(wantedSource::contains);
            return same && common >= 0.5 * (content.size() + wanted.size() - common);
        });
    }

    private static Set<Integer> words(List<RoleSpan> spans) {
        Set<Integer> words = new HashSet<>();
        for (RoleSpan span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                words.add(i);
            }
        }
        return words;
    }
}
