package org.claimwatch.analysis.attribution.tagger;

import static org.claimwatch.analysis.attribution.tagger.Context.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.claimwatch.analysis.model.Marking;
import org.claimwatch.analysis.model.RoleSpan;

/** What the first pass makes of a paragraph: the roles of its words, and every cue that the second pass asks about. */
final class FirstReading {
    static final double LEAST = 0.05;
    private static final double PRICE = 0.3;
    private static final double LEAST_CUE = 0.15;
    /** More cues in one paragraph are no news text, and each costs a second pass over its surroundings. */
    private static final int MOST_CUES = 100;

    /**
     * A stretch that may be a cue.
     *
     * @param mass how probable it is that one of its words is in a cue
     * @param exact how probable it is that just these words are
     */
    record Cue(int start, int end, double mass, double exact) {}

    private final double[][] roles;
    private final List<RoleSpan> likely;
    private final List<RoleSpan> picked;
    private final List<Cue> cues = new ArrayList<>();
    private final int[] pickedAt;

    FirstReading(Marking marking, int length) {
        roles = new double[length][Role.values().length];
        for (int i = 0; i < length; i++) {
            for (int role = 0; role < roles[i].length; role++) {
                roles[i][role] = marking.within(i, role);
            }
        }
        likely = marking.spans(LEAST);
        picked = RoleSpan.best(likely, role -> PRICE);
        pickedAt = new int[length];
        Arrays.fill(pickedAt, NONE);
        for (int k = 0; k < picked.size(); k++) {
            Arrays.fill(pickedAt, picked.get(k).start(), picked.get(k).end(), k);
        }
        findCues(length);
    }

    /** The likeliest stretches first; each word is in one at most. */
    private void findCues(int length) {
        boolean[] used = new boolean[length];
        List<RoleSpan> candidates = likely.stream()
                .filter(span -> span.role() == Role.CUE.number())
                .sorted(Comparator.comparingDouble(RoleSpan::probability).reversed())
                .toList();
        for (RoleSpan span : candidates) {
            double mass = 0;
            boolean free = true;
            for (int i = span.start(); i < span.end(); i++) {
                mass = Math.max(mass, within(i, Role.CUE));
                free &= !used[i];
            }
            if (free && mass >= LEAST_CUE && cues.size() < MOST_CUES) {
                Arrays.fill(used, span.start(), span.end(), true);
                cues.add(new Cue(span.start(), span.end(), mass, span.probability()));
            }
        }
        cues.sort(Comparator.comparingInt(Cue::start));
    }

    double within(int i, Role role) {
        return roles[i][role.number()];
    }

    /** All spans that are not improbable; they overlap. */
    List<RoleSpan> likely() {
        return likely;
    }

    /** The disjoint spans that the first pass would settle for. */
    List<RoleSpan> picked() {
        return picked;
    }

    /** Index of the picked span in which a word lies, or {@link Context#NONE}. */
    int pickedAt(int i) {
        return pickedAt[i];
    }

    List<Cue> cues() {
        return cues;
    }

    /** Role and place within its picked span of a word that may lie beyond either end. */
    String label(int i) {
        if (i < 0 || i >= pickedAt.length) {
            return "-";
        }
        if (pickedAt[i] == NONE) {
            return "O";
        }
        RoleSpan span = picked.get(pickedAt[i]);
        boolean begins = i == span.start();
        boolean ends = i == span.end() - 1;
        return span.role() + (begins && ends ? "1" : begins ? "b" : ends ? "e" : "i");
    }
}
