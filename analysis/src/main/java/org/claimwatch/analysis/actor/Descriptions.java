package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.actor.ActorKind;

/** Finds whom a description stands for: "the minister", "the airline", "a customs official", "residents". */
final class Descriptions {
    private static final double SPOKE = 0.6;
    /** A role that the text gives nobody is that of somebody this near, counted in sentences of narrative. */
    private static final double NEAR = 3;

    /** Words for people who are not to be named. */
    private static final Set<String> ANYBODY = Set.of(
            "person",
            "source",
            "official",
            "diplomat",
            "witness",
            "resident",
            "insider",
            "employee",
            "staffer",
            "people");

    /** Bodies of a state, which no company is. */
    private static final Set<String> STATE = Set.of(
            "ministry",
            "government",
            "council",
            "court",
            "parliament",
            "police",
            "army",
            "commission",
            "agency",
            "authority",
            "department",
            "office",
            "senate",
            "cabinet",
            "military",
            "embassy",
            "presidency",
            "treasury");

    private final Roster roster;
    private final Antecedents antecedents;
    private final Set<Entity> spoken;

    Descriptions(Roster roster, Antecedents antecedents, Set<Entity> spoken) {
        this.roster = roster;
        this.antecedents = antecedents;
        this.spoken = spoken;
    }

    Entity find(Description description, int offset) {
        String head = description.head();
        if (!description.indefinite()) {
            Optional<Entity> known = organisation(description, offset)
                    .or(() -> person(description, offset))
                    .or(() -> bridged(description, offset));
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
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    static Entity unnamed(String description) {
        return new Entity(description, ActorKind.UNNAMED);
    }

    /** A body whose name or kind has the noun; else, for a business, the nearest that may be one. */
    private Optional<Entity> organisation(Description description, int offset) {
        String head = description.head();
        boolean business = Words.isBusiness(head);
        if (!business && !Words.isOrganisation(head)) {
            return Optional.empty();
        }
        List<String> others = description.modifiers();
        Predicate<Entity> named = e -> e.isOrganisation()
                && (words(e).contains(head) || e.roles.contains(head))
                && others.stream().allMatch(w -> isIn(w, e));
        Optional<Entity> found = antecedents.latest(offset, named);
        if (found.isEmpty() && head.equals("ministry") && others.isEmpty()) {
            found = ministry(offset);
        }
        boolean none = !business || STATE.contains(head) || description.capitalised();
        return found.isPresent() || none ? found : business(description, offset);
    }

    /** "The ministry" after its minister alone was named. */
    private Optional<Entity> ministry(int offset) {
        return antecedents
                .latest(offset, e -> e.affiliation != null && e.affiliation.contains("Ministry"))
                .filter(e -> antecedents.isKnown(e, offset))
                .map(e -> e.affiliation)
                .map(name -> {
                    Entity known = roster.find(name, false);
                    return known != null ? known : roster.add(name, ActorKind.ORGANISATION);
                });
    }

    private Optional<Entity> business(Description description, int offset) {
        Predicate<Entity> body = e -> e.isOrganisation()
                && !e.place
                && !e.outlet
                && words(e).stream().noneMatch(STATE::contains)
                && (words(e).stream().noneMatch(Words::isOrganisation)
                        || words(e).stream().anyMatch(Words::isCompany));
        Predicate<Entity> alike = e -> description.modifiers().stream().anyMatch(w -> w.length() > 3 && isIn(w, e));
        return antecedents.latest(offset, body.and(alike)).or(() -> antecedents.before(offset, body, this::liking));
    }

    private double liking(Entity entity) {
        boolean company = entity.name.indexOf('&') >= 0
                || words(entity).stream().anyMatch(Words::isCompany)
                || entity.roles.stream().anyMatch(Words::isBusiness);
        return (company ? 1 : 0) + (spoken.contains(entity) ? SPOKE : 0) + Math.min(3, entity.mentions.size()) * 0.3;
    }

    /** "terminal" of "Sable Terminals": a word of the name, or its beginning. */
    private static boolean isIn(String word, Entity entity) {
        return words(entity).stream().anyMatch(w -> w.equals(word) || (word.length() > 4 && w.startsWith(word)))
                || entity.roles.contains(word);
    }

    private static List<String> words(Entity entity) {
        return List.of(Roster.plain(entity.name).split(" ", -1));
    }

    /** The person of that role, the more of its words the better. */
    private Optional<Entity> person(Description description, int offset) {
        if (description.plural()) {
            return Optional.empty();
        }
        List<String> modifiers = description.modifiers();
        for (int least = modifiers.size(); least >= 0; least--) {
            int wanted = least;
            Predicate<Entity> fits = e -> (e.isPerson() || e.kind == ActorKind.UNNAMED)
                    && e.roles.contains(description.head())
                    && modifiers.stream().filter(e.roles::contains).count() >= wanted;
            Optional<Entity> found = antecedents.latest(offset, fits);
            boolean before =
                    found.isPresent() && (antecedents.isKnown(found.get(), offset) || spoken.contains(found.get()));
            if (found.isPresent() && (before || wanted > 0)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A definite role that the text gives nobody is news on whom it just named, if that is one person alone. */
    private Optional<Entity> bridged(Description description, int offset) {
        if (!description.definite()
                || !RoleNouns.isRole(description.head())
                || ANYBODY.contains(description.head())
                || description.plural()) {
            return Optional.empty();
        }
        Gender gender = Gender.of(description.head());
        return antecedents
                .before(offset, e -> e.isPerson() && e.gender.agreesWith(gender), e -> spoken.contains(e) ? SPOKE : 0)
                .filter(e -> e.roles.stream().noneMatch(RoleNouns::isRole)
                        || (description.modifiers().isEmpty() && antecedents.isNear(e, offset, NEAR)))
                .map(e -> {
                    e.roles.addAll(description.words());
                    return e;
                });
    }
}
