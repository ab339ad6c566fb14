package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** Whoever a text says leads a delegation is its head from then on: "headed by Carla Ruiz", "Umarov, who led the team". */
final class Leaders {
    private static final Set<String> LEADING =
            Set.of("led", "leads", "lead", "leading", "headed", "heads", "head", "heading");
    private static final Set<String> GROUPS = Set.of("delegation", "side", "team", "mission", "negotiators");
    private static final int NEAR = 12;

    private final SegmentedText text;
    private final Antecedents antecedents;

    Leaders(SegmentedText text, Antecedents antecedents) {
        this.text = text;
        this.antecedents = antecedents;
    }

    void learn() {
        List<Token> tokens = text.tokens();
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (!LEADING.contains(tokens.get(i).lower()) || tokens.get(i).pos() != Pos.VERB) {
                continue;
            }
            if (tokens.get(i + 1).is("by")) {
                name(between(i, i + NEAR), group(i - NEAR, i), false);
            } else {
                name(between(i - NEAR, i), group(i, i + NEAR), true);
            }
        }
    }

    private TextSpan between(int from, int to) {
        List<Token> tokens = text.tokens();
        int first = Math.max(0, from);
        int last = Math.min(tokens.size() - 1, to);
        return new TextSpan(tokens.get(first).start(), tokens.get(last).end());
    }

    /** The words of the group that somebody leads: "the Cuban delegation"; none where no group is named. */
    private List<Token> group(int from, int to) {
        List<Token> tokens = text.tokens();
        for (int i = Math.min(tokens.size(), to) - 1; i >= Math.max(0, from); i--) {
            if (GROUPS.contains(tokens.get(i).lower())) {
                int first = i;
                while (first > 0
                        && (tokens.get(first - 1).pos() == Pos.ADJ
                                || tokens.get(first - 1).pos().nominal())) {
                    first--;
                }
                return tokens.subList(first, i + 1);
            }
        }
        return List.of();
    }

    private void name(TextSpan span, List<Token> group, boolean last) {
        if (group.isEmpty()) {
            return;
        }
        antecedents.within(span).entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(Entity::isPerson)
                .reduce((one, other) -> last ? other : one)
                .ifPresent(person -> {
                    person.roles.add("head");
                    person.roles.add("leader");
                    person.roles.add("negotiator");
                    group.subList(0, group.size() - 1).forEach(word -> person.roles.add(word.lower()));
                });
    }
}
