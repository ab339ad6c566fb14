package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.common.actor.ActorKind;

/** Finds which body a noun stands for: "the airline", "the ministry", "the agency". */
final class Bodies {
    private static final double SPOKE = 0.6;

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
    private final Governments governments;
    private final Set<Entity> spoken;

    /** Where every noun has a capital: "Donnerstag" may stand among the names. */
    private final boolean capitals;

    Bodies(Roster roster, Antecedents antecedents, Governments governments, Set<Entity> spoken, boolean capitals) {
        this.capitals = capitals;
        this.roster = roster;
        this.antecedents = antecedents;
        this.governments = governments;
        this.spoken = spoken;
    }

    /** A body whose name or kind has the noun, or one of its kind; else, for a business, the nearest that may be one. */
    Optional<Entity> find(Description description, int offset) {
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
        if (found.isEmpty() && head.equals("ministry")) {
            found = ministry(description, offset);
        }
        if (found.isEmpty() && description.definite() && others.isEmpty()) {
            found = kindred(head, offset);
        }
        boolean none = !business || STATE.contains(head) || description.capitalised();
        return found.isPresent() || none ? found : business(description, offset);
    }

    /** "The ministry" after its minister alone was named. */
    private Optional<Entity> ministry(Description description, int offset) {
        return antecedents
                .latest(offset, e -> isOf(governments.affiliation(e), description.modifiers()))
                .filter(e -> antecedents.isKnown(e, offset))
                .map(governments::affiliation)
                .map(name -> {
                    Entity known = roster.find(name, false);
                    return known != null ? known : roster.add(name, ActorKind.ORGANISATION);
                });
    }

    private static boolean isOf(@org.jspecify.annotations.Nullable String ministry, List<String> modifiers) {
        return ministry != null
                && ministry.contains("Ministry")
                && List.of(Roster.plain(ministry).split(" ", -1)).containsAll(modifiers);
    }

    /** "the agency" after an office alone was named. */
    private Optional<Entity> kindred(String head, int offset) {
        return antecedents.before(
                offset,
                e -> e.isOrganisation()
                        && !e.outlet
                        && (words(e).stream().anyMatch(w -> Kindred.bodies(w, head))
                                || e.roles.stream().anyMatch(w -> Kindred.bodies(w, head))),
                this::liking);
    }

    private Optional<Entity> business(Description description, int offset) {
        Predicate<Entity> body = e -> e.isOrganisation()
                && (!capitals || isCompany(e) || spoken.contains(e))
                && !e.place
                && !e.outlet
                && words(e).stream().noneMatch(STATE::contains)
                && (words(e).stream().noneMatch(Words::isOrganisation)
                        || words(e).stream().anyMatch(Words::isCompany));
        Predicate<Entity> alike = e -> description.modifiers().stream().anyMatch(w -> w.length() > 3 && isIn(w, e));
        return antecedents.latest(offset, body.and(alike)).or(() -> antecedents.before(offset, body, this::liking));
    }

    private double liking(Entity entity) {
        return (isCompany(entity) ? 1 : 0)
                + (spoken.contains(entity) ? SPOKE : 0)
                + Math.min(3, entity.mentions.size()) * 0.3;
    }

    private static boolean isCompany(Entity entity) {
        return entity.name.indexOf('&') >= 0
                || words(entity).stream().anyMatch(Words::isCompany)
                || entity.roles.stream().anyMatch(Words::isBusiness);
    }

    /** "terminal" of "Sable Terminals": a word of the name, or its beginning. */
    private static boolean isIn(String word, Entity entity) {
        return words(entity).stream().anyMatch(w -> w.equals(word) || (word.length() > 4 && w.startsWith(word)))
                || entity.roles.contains(word);
    }

    private static List<String> words(Entity entity) {
        return List.of(Roster.plain(entity.name).split(" ", -1));
    }
}
