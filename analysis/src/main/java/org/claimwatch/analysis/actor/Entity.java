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
    final String name;
    ActorKind kind;

    @Nullable String affiliation;

    Gender gender = Gender.UNKNOWN;

    /** A country or town: it does not speak itself, its government does. */
    boolean place;

    boolean outlet;

    /** Whose ministry it is. */
    @Nullable Entity owner;

    /** The adjective of a country, as the text has it. */
    @Nullable String demonym;

    /** Whether more than two capitals says that it is a person: a title, a role, or a surname used alone. */
    boolean evident;

    /** All words in lower case by which the text describes what somebody is: "finance", "minister". */
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

    boolean isOrganisation() {
        return kind == ActorKind.ORGANISATION;
    }

    /** Start of its latest mention before an offset, negative if there is none. */
    int lastBefore(int offset) {
        return mentions.stream()
                .mapToInt(TextSpan::start)
                .filter(start -> start < offset)
                .max()
                .orElse(-1);
    }
}
