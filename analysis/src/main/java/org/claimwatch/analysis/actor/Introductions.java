package org.claimwatch.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * News likes to say what somebody is before it says who: "the head of the union said … “…,” Anna Berg said". The first
 * sentence's office is that of the first who speaks after it by a name that nothing else explains.
 */
final class Introductions {
    private static final int SENTENCES = 6;

    private final SegmentedText text;
    private final int lead;
    private final int reach;
    private final Set<Entity> offices = new HashSet<>();
    private final Map<Entity, Entity> names = new HashMap<>();
    private @Nullable Entity office;

    Introductions(SegmentedText text) {
        this.text = text;
        lead = text.sentences().isEmpty() ? 0 : text.sentences().getFirst().end();
        reach = text.sentences().isEmpty()
                ? 0
                : text.sentences()
                        .get(Math.min(SENTENCES, text.sentences().size()) - 1)
                        .end();
    }

    /** Somebody speaks, in reading order. */
    void speaks(Entity entity, TextSpan source) {
        if (entity.kind == ActorKind.UNNAMED) {
            if (source.start() < lead && isOffice(source)) {
                offices.add(entity);
                office = entity;
            }
            return;
        }
        Entity first = office;
        if (!entity.isPerson() || first == null || offices.size() > 1) {
            return;
        }
        boolean unexplained = entity.roles.stream().noneMatch(RoleNouns::isRole)
                && entity.mentions.stream().noneMatch(mention -> mention.start() < source.start());
        if (unexplained && source.end() <= reach && first.gender.agreesWith(entity.gender)) {
            names.put(first, entity);
            entity.roles.addAll(first.roles);
        }
        office = null;
    }

    /** "the head of the union": definite, with something that it is the head of. */
    private boolean isOffice(TextSpan source) {
        boolean definite = text.tokensIn(source).getFirst().is("the");
        return definite
                && text.tokensIn(source).stream().map(Token::lower).anyMatch(w -> w.equals("of") || w.equals("for"));
    }

    /** Whom an office stands for, else the entity itself. */
    Entity named(Entity entity) {
        return names.getOrDefault(entity, entity);
    }
}
