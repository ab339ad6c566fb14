package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Where somebody belongs whose office names no body: "its director, Amadou Kone", "the charity's local head". */
final class Belongings {
    private static final Set<String> OWNERS = Set.of("its", "their");
    private static final int LONGEST = 8;

    private final SegmentedText text;
    private final Antecedents antecedents;
    private final Bodies bodies;

    Belongings(SegmentedText text, Antecedents antecedents, Bodies bodies) {
        this.text = text;
        this.antecedents = antecedents;
        this.bodies = bodies;
    }

    /** Only of people of whom the text says no body otherwise. */
    void learn(List<Entity> entities) {
        for (Entity entity : entities) {
            for (TextSpan mention : entity.mentions) {
                if (entity.isPerson() && entity.affiliation == null) {
                    entity.affiliation = body(mention).map(e -> e.name).orElse(null);
                }
            }
        }
    }

    private Optional<Entity> body(TextSpan mention) {
        List<Token> tokens = text.tokens();
        int first = text.firstTokenFrom(mention.start());
        int end = text.firstTokenFrom(mention.end());
        boolean apposed = first > 0 && tokens.get(first - 1).is(",");
        Optional<Entity> before = owner(apposed ? first - 2 : first - 1);
        if (before.isPresent() || end + 1 >= tokens.size() || !tokens.get(end).is(",")) {
            return before;
        }
        int last = end + 1;
        while (last < tokens.size() && last < end + LONGEST && isInner(tokens.get(last))) {
            last++;
        }
        return owner(last - 1);
    }

    /** Whoever owns the office that ends at a token. */
    private Optional<Entity> owner(int last) {
        List<Token> tokens = text.tokens();
        boolean role = false;
        for (int i = last; i >= 0 && i > last - LONGEST; i--) {
            Token token = tokens.get(i);
            if (role && OWNERS.contains(token.lower())) {
                return antecedents.before(token.start(), e -> e.isOrganisation() && !e.place, e -> 0);
            }
            if (role && (token.is("'s") || token.is("'"))) {
                return Optional.ofNullable(owning(i));
            }
            if (!isInner(token) || token.isCapitalised() || Words.isKin(token.lower())) {
                return Optional.empty();
            }
            role |= RoleNouns.isRole(token.lower());
        }
        return Optional.empty();
    }

    private static boolean isInner(Token token) {
        return token.pos().nominal()
                || token.pos() == Pos.ADJ
                || RoleNouns.isRole(token.lower())
                || OWNERS.contains(token.lower())
                || token.is("'s");
    }

    /** The body before a possessive mark, by its name or by a noun that stands for it. */
    private @Nullable Entity owning(int mark) {
        List<Token> tokens = text.tokens();
        int end = tokens.get(mark - 1).end();
        int from = Math.max(0, mark - LONGEST);
        Map<TextSpan, Entity> named =
                antecedents.within(new TextSpan(tokens.get(from).start(), end));
        for (Map.Entry<TextSpan, Entity> mention : named.entrySet()) {
            if (mention.getKey().end() == end) {
                return mention.getValue().isOrganisation() && !mention.getValue().place ? mention.getValue() : null;
            }
        }
        int start = mark - 1;
        while (start > from && tokens.get(start).pos().nominal()) {
            start--;
        }
        if (start == mark - 1 || !tokens.get(start).is("the")) {
            return null;
        }
        TextSpan noun = new TextSpan(tokens.get(start).start(), end);
        return bodies.find(Description.of(text.tokensIn(noun), text.cut(noun)), noun.start())
                .orElse(null);
    }
}
