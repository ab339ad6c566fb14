package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.actor.ActorKind;

/** Finds who bears a role: "the minister", "the solicitor", "the Welshman". */
final class Offices {
    private static final double SPOKE = 0.6;

    /** A word for somebody's descent or age is said of somebody this near, in sentences of narrative. */
    private static final double NEAR = 3;

    /** Letters by which "Dorva" is told in "Dorvan". */
    private static final int STEM = 4;

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

    /** Who is one of these is not the other: no deputy minister is the minister while there is one. */
    private static final Set<String> RANKS =
            Set.of("deputy", "vice", "prime", "shadow", "former", "acting", "assistant", "under");

    /** What may be said of anybody in an office. */
    private static final Set<String> STANDING =
            Set.of("senior", "top", "chief", "veteran", "visiting", "leading", "seasoned", "high-ranking", "host");

    private final Antecedents antecedents;
    private final Set<Entity> spoken;

    Offices(Antecedents antecedents, Set<Entity> spoken) {
        this.antecedents = antecedents;
        this.spoken = spoken;
    }

    Optional<Entity> find(Description description, int offset) {
        if (description.plural()) {
            return Optional.empty();
        }
        return topDiplomat(description, offset)
                .or(() -> person(description, offset, true))
                .or(() -> person(description, offset, false))
                .or(() -> kindred(description, offset))
                .or(() -> epithet(description, offset))
                .or(() -> bridged(description, offset));
    }

    /** The person of that role, the more of its words the better. */
    private Optional<Entity> person(Description description, int offset, boolean sameRank) {
        List<String> modifiers = description.modifiers();
        for (int least = modifiers.size(); least >= 0; least--) {
            int wanted = least;
            Predicate<Entity> fits = e -> (e.isPerson() || e.kind == ActorKind.UNNAMED)
                    && bears(e, description.head())
                    && modifiers.stream().filter(e.roles::contains).count() >= wanted
                    && !isOther(description, e, sameRank);
            Optional<Entity> found = antecedents.latest(offset, fits);
            boolean before =
                    found.isPresent() && (antecedents.isKnown(found.get(), offset) || spoken.contains(found.get()));
            if (found.isPresent() && (before || wanted > 0)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "Außenministerin" is a "Ministerin". */
    private static boolean bears(Entity entity, String role) {
        return entity.roles.contains(role)
                || (role.length() > STEM
                        && RoleNouns.isRole(role)
                        && entity.roles.stream().anyMatch(r -> r.endsWith(role)));
    }

    /** The health minister is not the finance minister, nor the envoy of Dorva that of Quenn. */
    private static boolean isOther(Description description, Entity entity, boolean sameRank) {
        List<String> modifiers = description.modifiers();
        boolean rank = RANKS.stream()
                .anyMatch(
                        r -> modifiers.contains(r) ? !entity.roles.contains(r) : sameRank && entity.roles.contains(r));
        List<String> portfolios =
                modifiers.stream().filter(RoleNouns::isPortfolio).toList();
        boolean portfolio = !portfolios.isEmpty()
                && entity.roles.stream().anyMatch(RoleNouns::isPortfolio)
                && portfolios.stream().noneMatch(entity.roles::contains);
        return rank || portfolio || isElsewhere(description, entity) || isForeign(modifiers, entity);
    }

    /** The French minister is not the one whom the text calls Egyptian. */
    private static boolean isForeign(List<String> modifiers, Entity entity) {
        return modifiers.stream()
                        .anyMatch(w -> Places.countryOf(w) != null
                                && entity.roles.stream().noneMatch(r -> isNation(r) && alike(w, r)))
                && entity.roles.stream().anyMatch(Offices::isNation);
    }

    private static boolean isElsewhere(Description description, Entity entity) {
        String affiliation = entity.affiliation;
        if (description.belonging().isEmpty() || affiliation == null) {
            return false;
        }
        List<String> home = List.of(Roster.plain(affiliation).split(" ", -1));
        return description.belonging().stream()
                .noneMatch(word -> entity.roles.stream().anyMatch(r -> alike(word, r))
                        || home.stream().anyMatch(h -> alike(word, h)));
    }

    private static boolean alike(String one, String other) {
        int length = Math.max(STEM, Math.min(one.length(), other.length()) - 1);
        return one.equals(other) || (one.length() >= length && one.regionMatches(0, other, 0, length));
    }

    /** "Oman's top diplomat" is its foreign minister. */
    private Optional<Entity> topDiplomat(Description description, int offset) {
        List<String> others = description.modifiers().stream()
                .filter(w -> !w.equals("top") && !w.equals("chief"))
                .toList();
        if (!description.head().equals("diplomat")
                || others.size() == description.modifiers().size()) {
            return Optional.empty();
        }
        return antecedents.latest(
                offset,
                e -> e.isPerson()
                        && e.roles.contains("foreign")
                        && e.roles.contains("minister")
                        && !e.roles.contains("deputy")
                        && others.stream().allMatch(w -> e.roles.stream().anyMatch(r -> alike(country(w), r))));
    }

    /** Of "Berlin": Germany. */
    private static String country(String word) {
        String country = Places.governedFrom(word);
        return country == null ? word : Roster.plain(country);
    }

    /** A word that is said of the same people: "the lawyer" after a solicitor was named. */
    private Optional<Entity> kindred(Description description, int offset) {
        String head = description.head();
        List<String> modifiers = description.modifiers().stream()
                .filter(w -> !STANDING.contains(w))
                .toList();
        if (!description.definite()) {
            return Optional.empty();
        }
        return antecedents.before(
                offset,
                e -> e.isPerson()
                        && e.gender.agreesWith(Gender.of(head))
                        && (e.roles.stream().anyMatch(r -> Kindred.roles(r, head)) || isDiplomat(head, e))
                        && (modifiers.isEmpty() || modifiers.stream().anyMatch(w -> isSaidOf(w, e)))
                        && !isOther(description, e, false),
                this::liking);
    }

    /** Whoever negotiates for a state is a diplomat to the news. */
    private static boolean isDiplomat(String head, Entity entity) {
        return head.equals("diplomat") && entity.roles.contains("foreign") && entity.roles.contains("minister");
    }

    /** A word of the role; or a country's adjective, where the text gives nobody another country. */
    private static boolean isSaidOf(String word, Entity entity) {
        return entity.roles.contains(word)
                || (Places.countryOf(word) != null
                        && entity.roles.stream().allMatch(r -> !isNation(r) || alike(word, r)));
    }

    private static boolean isNation(String word) {
        return Places.countryOf(word) != null || Places.isCountry(word);
    }

    private Optional<Entity> epithet(Description description, int offset) {
        if (!description.definite() || !Kindred.isEpithet(description.head())) {
            return Optional.empty();
        }
        Gender gender = Gender.of(description.head());
        return antecedents.before(
                offset,
                e -> e.isPerson() && e.gender.agreesWith(gender) && antecedents.distance(e, offset) <= NEAR,
                this::liking);
    }

    /** A definite role that the text gives nobody is news on whom it just named, if that is one person alone. */
    private Optional<Entity> bridged(Description description, int offset) {
        String head = description.head();
        if (!description.definite() || !RoleNouns.isRole(head) || ANYBODY.contains(head)) {
            return Optional.empty();
        }
        Gender gender = Gender.of(head);
        return antecedents
                .before(offset, e -> e.isPerson() && e.gender.agreesWith(gender), this::liking)
                .filter(e -> (e.roles.isEmpty() && e.affiliation == null)
                        || ((description.modifiers().isEmpty() || isAlone(description, e))
                                && antecedents.isNear(e, offset, NEAR)))
                .map(e -> {
                    e.roles.addAll(description.words());
                    return e;
                });
    }

    /** Whether only one person has spoken so far, and the text does not say that this one is somebody else. */
    private boolean isAlone(Description description, Entity entity) {
        return spoken.contains(entity)
                && spoken.stream().filter(Entity::isPerson).count() == 1
                && !isForeign(description.modifiers(), entity);
    }

    private double liking(Entity entity) {
        return spoken.contains(entity) ? SPOKE : 0;
    }
}
