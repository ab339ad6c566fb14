package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;

/**
 * News likes to say what somebody is before it says who: "the head of the union said … “…,” Anna Berg said". The first
 * sentence's office is that of the first who speaks after it by a name that nothing else explains; two offices are those
 * of the first two, in their order.
 */
final class Introductions {
    private static final int LEAD = 2;

    /** Sentences of narrative; what somebody says in the meantime may be long. */
    private static final int SENTENCES = 6;

    private static final int PAIR = 2;

    /** What says nothing of what somebody does. */
    private static final Set<String> COURTESY = Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss");

    private final SegmentedText text;
    private final Narrative narrative;
    private final int first;
    private final int lead;
    private final Set<Entity> offices = new LinkedHashSet<>();
    private final Set<Entity> people = new LinkedHashSet<>();

    /** Where the offices have been told; who is named before needs none. */
    private int told;

    /** Whether the first office says whose it is: "the head of the union". */
    private boolean full;

    /** Whether a country or body stands before it: "Seoul's top nuclear envoy"; only the same office explains that. */
    private boolean owned;

    Introductions(SegmentedText text, Narrative narrative) {
        this.text = text;
        this.narrative = narrative;
        first = end(1);
        lead = end(LEAD);
    }

    private int end(int sentences) {
        int count = Math.min(sentences, text.sentences().size());
        return count == 0 ? 0 : text.sentences().get(count - 1).end();
    }

    /** Somebody speaks, in reading order. */
    void speaks(Entity entity, TextSpan source) {
        if (entity.kind == ActorKind.UNNAMED) {
            if (people.isEmpty() && source.start() < lead && isOffice(source)) {
                boolean whose = text.tokensIn(source).stream().anyMatch(t -> t.is("of") || t.is("for") || t.is("'s"));
                full |= whose && offices.isEmpty() && source.start() < first;
                owned |= offices.isEmpty() && isOwned(source);
                offices.add(entity);
                told = source.end();
            }
            return;
        }
        if (!entity.isPerson() || !full || people.contains(entity)) {
            return;
        }
        boolean unexplained = (owned
                        ? entity.roles.stream().anyMatch(this::isKindred)
                        : entity.roles.stream().noneMatch(r -> RoleNouns.isRole(r) && !COURTESY.contains(r)))
                && entity.mentions.stream().noneMatch(mention -> mention.start() < told);
        if (unexplained && narrative.distance(0, source.start()) < SENTENCES) {
            people.add(entity);
            if (offices.size() == 1 && people.size() == 1) {
                pair(offices.iterator().next(), entity);
            }
        }
    }

    /** "The top nuclear envoy said … Kim, special representative for": what explains the name is the office again. */
    private boolean isKindred(String role) {
        return offices.size() == 1
                && offices.iterator().next().roles.stream().anyMatch(r -> r.equals(role) || Kindred.roles(r, role));
    }

    /** From now on the person is spoken of by the office, too. */
    private static void pair(Entity office, Entity person) {
        if (office.gender.agreesWith(person.gender)) {
            person.roles.addAll(office.roles);
        }
    }

    private boolean isOffice(TextSpan source) {
        List<Token> words = text.tokensIn(source);
        return (isOwned(source) || words.getFirst().is("the"))
                && words.stream().anyMatch(t -> RoleNouns.isRole(t.lower()));
    }

    private boolean isOwned(TextSpan source) {
        List<Token> words = text.tokensIn(source);
        return words.getFirst().isCapitalised()
                && !words.getFirst().is("the")
                && words.stream().anyMatch(t -> t.is("'s"));
    }

    /** The people whom offices stand for; of those whom none of the two explains, none. */
    Map<Entity, Entity> names() {
        Map<Entity, Entity> names = new HashMap<>();
        List<Entity> first = new ArrayList<>(people);
        List<Entity> roles = new ArrayList<>(offices);
        boolean pairs = roles.size() == PAIR && first.size() == PAIR;
        boolean single = roles.size() == 1 && !first.isEmpty();
        for (int i = 0; full && (pairs || single) && i < roles.size(); i++) {
            if (roles.get(i).gender.agreesWith(first.get(i).gender)) {
                names.put(roles.get(i), first.get(i));
            }
        }
        return names;
    }
}
