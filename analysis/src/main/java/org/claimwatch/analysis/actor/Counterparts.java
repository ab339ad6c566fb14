package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** "Her Quennish counterpart, Obed Lurie" has the office of whoever was named before, in another country. */
final class Counterparts {
    private static final int NEAR = 6;
    private static final Set<String> OFFICES = Set.of("minister", "president", "secretary", "chief", "ambassador");

    private final SegmentedText text;
    private final Antecedents antecedents;

    Counterparts(SegmentedText text, Antecedents antecedents) {
        this.text = text;
        this.antecedents = antecedents;
    }

    void learn(List<Entity> entities) {
        for (Entity entity : entities) {
            if (entity.isPerson() && entity.roles.contains("counterpart")) {
                entity.mentions.stream().sorted().forEach(mention -> learn(entity, mention));
            }
        }
    }

    private void learn(Entity entity, TextSpan mention) {
        List<Token> tokens = text.tokens();
        int name = text.firstTokenFrom(mention.start());
        for (int i = name - 1; i > Math.max(0, name - NEAR); i--) {
            if (tokens.get(i).is("counterpart")) {
                Token adjective = tokens.get(i - 1);
                antecedents
                        .before(tokens.get(i).start(), e -> isOther(e, entity), e -> 0)
                        .ifPresent(other -> share(other, entity, adjective));
                return;
            }
        }
    }

    private static boolean isOther(Entity other, Entity entity) {
        return other.isPerson() && !other.equals(entity) && other.roles.stream().anyMatch(OFFICES::contains);
    }

    private static void share(Entity other, Entity entity, Token adjective) {
        other.roles.stream()
                .filter(word -> RoleNouns.isPortfolio(word) || OFFICES.contains(word) || word.equals("prime"))
                .forEach(entity.roles::add);
        String ministry = other.affiliation;
        boolean own = entity.affiliation != null && !entity.affiliation.equals(adjective.text());
        if (own || ministry == null || !adjective.isCapitalised() || !ministry.contains("Ministry")) {
            return;
        }
        String first = ministry.substring(0, ministry.indexOf(' '));
        boolean named = !first.equals("Ministry") && !RoleNouns.isPortfolio(first);
        entity.affiliation = adjective.text() + " " + (named ? ministry.substring(first.length() + 1) : ministry);
    }
}
