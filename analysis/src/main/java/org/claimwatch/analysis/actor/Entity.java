package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Somebody whom an article mentions, gathered over its sentences. */
final class Entity {
    String name;
    ActorKind kind;

    @Nullable String affiliation;

    Gender gender = Gender.UNKNOWN;
    boolean outlet;

    /** Role nouns in lower case that the text gives: "minister", "spokeswoman". */
    final Set<String> roles = new LinkedHashSet<>();

    final Set<String> aliases = new LinkedHashSet<>();
    final List<TextSpan> mentions = new ArrayList<>();

    Entity(String name, ActorKind kind) {
        this.name = name;
        this.kind = kind;
    }

    boolean isPerson() {
        return kind == ActorKind.PERSON;
    }

    boolean isUnnamed() {
        return kind == ActorKind.UNNAMED || kind == ActorKind.GROUP;
    }

    /** Start of its latest mention before an offset, negative if there is none. */
    int lastBefore(int offset) {
        int last = -1;
        for (TextSpan mention : mentions) {
            if (mention.start() < offset) {
                last = Math.max(last, mention.start());
            }
        }
        return last;
    }
}
