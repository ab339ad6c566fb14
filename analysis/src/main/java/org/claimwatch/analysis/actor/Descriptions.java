package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.actor.ActorKind;

/** Finds whom a description stands for: "the minister", "the airline", "a customs official", "residents". */
final class Descriptions {
    private final Roster roster;
    private final Bodies bodies;
    private final Offices offices;

    Descriptions(Roster roster, Bodies bodies, Offices offices) {
        this.roster = roster;
        this.bodies = bodies;
        this.offices = offices;
    }

    Entity find(Description description, int offset) {
        String head = description.head();
        if (!description.indefinite()) {
            Optional<Entity> known = bodies.find(description, offset).or(() -> offices.find(description, offset));
            if (known.isPresent()) {
                return known.get();
            }
        }
        boolean body = Words.isOrganisation(head) || (Words.isBusiness(head) && !description.indefinite());
        boolean capital = description.capitalised() && !description.indefinite() && !RoleNouns.isRole(head);
        if ((body || (capital && !description.plural())) && !description.plural()) {
            String name = capital ? properly(description.name()) : description.name();
            Entity known = roster.find(name, false);
            return known != null ? known : roster.add(name, ActorKind.ORGANISATION);
        }
        Entity entity = unnamed(description.lowered());
        entity.kind = description.plural() ? ActorKind.GROUP : ActorKind.UNNAMED;
        entity.roles.addAll(description.words());
        entity.gender = description.plural() ? Gender.PLURAL : Gender.of(head);
        return entity;
    }

    /** "opposition Land and Harbour party": the capitals and what stands between them, if they are two at least. */
    private static String properly(String name) {
        List<String> words = List.of(name.split(" ", -1));
        int from = 0;
        int to = words.size();
        while (from < to && !isCapital(words.get(from))) {
            from++;
        }
        while (to > from && !isCapital(words.get(to - 1))) {
            to--;
        }
        boolean office = from > 0 && words.subList(0, from).contains("of");
        boolean several =
                words.subList(from, to).stream().filter(Descriptions::isCapital).count() > 1;
        return several && !office && (from > 0 || to < words.size()) && !name.contains("’s") && !name.contains("'s")
                ? String.join(" ", words.subList(from, to))
                : name;
    }

    private static boolean isCapital(String word) {
        return !word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || NameParts.isParticle(word));
    }

    static Entity unnamed(String description) {
        return new Entity(description, ActorKind.UNNAMED);
    }
}
