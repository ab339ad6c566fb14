package org.claimwatch.analysis.attribution.tagger;

import static org.claimwatch.analysis.attribution.tagger.Rating.logit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.model.RoleSpan;
import org.jspecify.annotations.Nullable;

/** Settles which spans stand and gives each content, and each cue's source, to the cue that claims it most. */
final class Linker {
    /** Of a span, for each role: a constant, the odds of either pass, and both passes together. */
    static final int SPAN_EVIDENCE = 4;
    /** Of an attribution: a constant, and what {@link #evidence} says of its parts. */
    static final int LINK_EVIDENCE = 7;

    private static final double LEAST_CLAIM = 0.05;
    /** Contents are taken at less: an attribution is found by half of its words, so a near miss is worth something. */
    private static final double PRICE = 0.3;

    private static final double CONTENT_PRICE = 0.25;

    private final List<Rating> spanRatings;
    private final Rating linkRating;

    /**
     * A linker.
     *
     * @param spanRatings one for each role
     */
    Linker(List<Rating> spanRatings, Rating linkRating) {
        this.spanRatings = List.copyOf(spanRatings);
        this.linkRating = linkRating;
    }

    Tagging link(FirstReading first, List<ArgumentReading> readings) {
        List<RoleSpan> rated = candidates(first, readings).entrySet().stream()
                .map(entry -> rated(entry.getKey(), entry.getValue()))
                .toList();
        List<RoleSpan> picked = RoleSpan.best(rated, role -> role == Role.CONTENT.number() ? CONTENT_PRICE : PRICE);
        List<RoleSpan> sources = of(picked, Role.SOURCE);
        Map<ArgumentReading, List<RoleSpan>> contents = new LinkedHashMap<>();
        List<Linked> linked = new ArrayList<>();
        for (RoleSpan content : of(picked, Role.CONTENT)) {
            ArgumentReading reading = claimant(content, readings);
            if (reading == null) {
                linked.add(linked(null, null, List.of(content), null));
            } else {
                contents.computeIfAbsent(reading, k -> new ArrayList<>()).add(content);
            }
        }
        contents.forEach(
                (reading, spans) -> linked.add(linked(source(reading, sources), cue(reading, rated), spans, reading)));
        linked.sort(Comparator.comparingInt(a -> a.content().getFirst().start()));
        return new Tagging(sources, of(picked, Role.CUE), linked);
    }

    /** What speaks for each span that either pass thinks of. */
    static Map<RoleSpan, double[]> candidates(FirstReading first, List<ArgumentReading> readings) {
        Map<RoleSpan, double[]> found = new LinkedHashMap<>();
        for (RoleSpan span : first.likely()) {
            evidence(found, span.role(), span.start(), span.end())[0] = span.probability();
        }
        for (ArgumentReading reading : readings) {
            for (RoleSpan span : reading.likely()) {
                double[] passes = evidence(found, span.role(), span.start(), span.end());
                passes[1] = Math.max(passes[1], span.probability());
            }
            evidence(
                    found,
                    Role.CUE.number(),
                    reading.cue().start(),
                    reading.cue().end())[1] = reading.something();
        }
        found.replaceAll((span, p) -> new double[] {1, logit(p[0]), logit(p[1]), p[0] * p[1]});
        return found;
    }

    private static double[] evidence(Map<RoleSpan, double[]> found, int role, int start, int end) {
        return found.computeIfAbsent(new RoleSpan(role, start, end, 0), k -> new double[2]);
    }

    private RoleSpan rated(RoleSpan span, double[] evidence) {
        return new RoleSpan(
                span.role(),
                span.start(),
                span.end(),
                spanRatings.get(span.role()).of(evidence));
    }

    private static List<RoleSpan> of(List<RoleSpan> spans, Role role) {
        return spans.stream().filter(span -> span.role() == role.number()).toList();
    }

    private static @Nullable ArgumentReading claimant(RoleSpan content, List<ArgumentReading> readings) {
        ArgumentReading best = null;
        double most = LEAST_CLAIM;
        for (ArgumentReading reading : readings) {
            double claim = reading.claims(content);
            if (claim > most) {
                most = claim;
                best = reading;
            }
        }
        return best;
    }

    private static @Nullable RoleSpan source(ArgumentReading reading, List<RoleSpan> sources) {
        RoleSpan best = null;
        double most = LEAST_CLAIM;
        for (RoleSpan source : sources) {
            double claim = reading.claims(source);
            if (claim > most) {
                most = claim;
                best = source;
            }
        }
        return best;
    }

    private static RoleSpan cue(ArgumentReading reading, List<RoleSpan> rated) {
        return rated.stream().filter(reading::isAbout).findFirst().orElseThrow();
    }

    private Linked linked(
            @Nullable RoleSpan source,
            @Nullable RoleSpan cue,
            List<RoleSpan> content,
            @Nullable ArgumentReading reading) {
        return new Linked(source, cue, content, linkRating.of(evidence(source, cue, content, reading)));
    }

    /** What speaks for an attribution as a whole. */
    static double[] evidence(
            @Nullable RoleSpan source,
            @Nullable RoleSpan cue,
            List<RoleSpan> content,
            @Nullable ArgumentReading reading) {
        double likeliest = 0;
        double claimed = 0;
        for (RoleSpan span : content) {
            likeliest = Math.max(likeliest, span.probability());
            claimed = Math.max(claimed, reading == null ? 0 : reading.claims(span));
        }
        double sourceClaimed = source == null || reading == null ? 0 : reading.claims(source);
        return new double[] {
            1,
            cue == null ? 0 : logit(cue.probability()),
            logit(likeliest),
            claimed,
            sourceClaimed,
            source == null ? 0 : logit(source.probability()),
            cue == null ? 1 : 0
        };
    }
}
