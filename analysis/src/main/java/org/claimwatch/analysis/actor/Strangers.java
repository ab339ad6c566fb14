package org.claimwatch.analysis.actor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;

/** People without a name whom the narrative brings in: "a clerk at the commission laughed"; a pronoun may be theirs. */
final class Strangers {
    private static final Set<String> OPENING = Set.of("a", "an", "one", "another");
    private static final Set<String> LINKS = Set.of("of", "at", "for", "from", "in", "with");
    private static final int LONGEST = 6;

    private Strangers() {}

    static Map<TextSpan, Entity> of(SegmentedText text, Narrative narrative) {
        Map<TextSpan, Entity> found = new TreeMap<>();
        List<Token> tokens = text.tokens();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).is("the")) {
                int head = head(tokens, i + 1);
                if (head > 0) {
                    known.add(tokens.get(head).lower());
                }
            } else if (OPENING.contains(tokens.get(i).lower())
                    && !narrative.isSaid(tokens.get(i).start())) {
                int head = head(tokens, i + 1);
                // "No power to dismiss a minister": any, where the text has spoken of the minister.
                boolean any = head == i + 1 && known.contains(tokens.get(head).lower());
                if (head > 0 && !any) {
                    add(text, i, head, found);
                    i = head;
                }
            }
        }
        return found;
    }

    private static void add(SegmentedText text, int from, int head, Map<TextSpan, Entity> found) {
        List<Token> tokens = text.tokens();
        int end = end(tokens, head + 1);
        Entity stranger = new Entity(
                text.cut(new TextSpan(
                                tokens.get(from + 1).start(),
                                tokens.get(end - 1).end()))
                        .replaceAll("\\s+", " "),
                ActorKind.UNNAMED);
        stranger.gender = Gender.of(tokens.get(head).lower());
        tokens.subList(from + 1, head + 1).forEach(token -> stranger.roles.add(token.lower()));
        found.put(new TextSpan(tokens.get(from).start(), tokens.get(head).end()), stranger);
    }

    /** Index of the noun of a role that ends the phrase, negative if there is none or a name follows. */
    private static int head(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size() - 1, from + LONGEST); i++) {
            Token token = tokens.get(i);
            boolean inside = token.pos() == Pos.ADJ || token.pos().nominal() || token.pos() == Pos.ADV;
            if (!inside) {
                return -1;
            }
            boolean last = !tokens.get(i + 1).pos().nominal();
            if (RoleNouns.isRole(token.lower()) && !RoleNouns.isPlural(token.lower()) && last) {
                return i;
            }
        }
        return -1;
    }

    /** Where "at the commission" ends that belongs to the description. */
    private static int end(List<Token> tokens, int from) {
        if (from >= tokens.size() || !LINKS.contains(tokens.get(from).lower())) {
            return from;
        }
        int i = from + 1;
        while (i < tokens.size()
                && i < from + LONGEST
                && (tokens.get(i).pos() == Pos.DET
                        || tokens.get(i).pos() == Pos.ADJ
                        || tokens.get(i).pos().nominal())) {
            i++;
        }
        return i > from + 1 ? i : from;
    }
}
