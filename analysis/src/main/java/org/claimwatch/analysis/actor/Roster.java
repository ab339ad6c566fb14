package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.analysis.actor.NameScan.Name;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.jspecify.annotations.Nullable;

/** Everybody whom an article names: one entity for all the forms of a name. */
final class Roster {
    private final List<Entity> entities = new ArrayList<>();

    static Roster of(SegmentedText text) {
        Roster roster = new Roster();
        List<Name> names = NameScan.of(text);
        // Full names first, so that a surname before its full name finds it.
        names.stream().filter(n -> n.words().size() > 1).forEach(roster::add);
        names.stream().filter(n -> n.words().size() == 1).forEach(roster::add);
        return roster;
    }

    List<Entity> entities() {
        return entities;
    }

    private void add(Name name) {
        ActorKind kind = kind(name);
        Entity entity = find(name.text(), kind == ActorKind.PERSON);
        if (entity == null) {
            entity = new Entity(name.text(), kind);
            entities.add(entity);
        } else if (!entity.name.equals(name.text())) {
            entity.aliases.add(name.text());
        }
        entity.mentions.add(name.span());
        entity.outlet |= name.words().stream().anyMatch(w -> Words.isOutlet(w.lower()));
        if (kind == ActorKind.PERSON) {
            describe(entity, name.before());
            describe(entity, name.after());
        }
    }

    private static ActorKind kind(Name name) {
        boolean organisation = name.words().stream().anyMatch(w -> Words.isOrganisation(w.lower()));
        boolean shouted = name.words().size() == 1
                && name.text().length() <= 5
                && name.text().equals(name.text().toUpperCase(Locale.ROOT));
        boolean person = name.titled()
                || (!name.definite()
                        && !name.placed()
                        && name.words().size() > 1
                        && name.words().size() < 5)
                || (!name.after().isEmpty() && !name.definite());
        return !organisation && !shouted && person ? ActorKind.PERSON : ActorKind.ORGANISATION;
    }

    private static void describe(Entity person, List<Token> role) {
        List<String> affiliation = new ArrayList<>();
        boolean linked = false;
        for (Token token : role) {
            if (RoleNouns.isRole(token.lower())) {
                person.roles.add(token.lower());
            }
            Gender gender = Gender.of(token.lower());
            person.gender = gender == Gender.FEMALE || gender == Gender.MALE ? gender : person.gender;
            if ((token.isCapitalised() && !RoleNouns.isRole(token.lower()))
                    || (linked && token.text().equals("&"))) {
                affiliation.add(token.text());
                linked = true;
            } else if (linked && !token.lower().equals("of") && !affiliation.isEmpty() && person.affiliation == null) {
                break;
            }
        }
        if (person.affiliation == null && !affiliation.isEmpty()) {
            person.affiliation = String.join(" ", affiliation);
        }
    }

    /** The entity that a name stands for: the same name, a person's surname, or a longer name that it shortens. */
    @Nullable Entity find(String name, boolean person) {
        String plain = plain(name);
        for (Entity entity : entities) {
            if (plain(entity.name).equals(plain) || entity.aliases.stream().anyMatch(a -> plain(a).equals(plain))) {
                return entity;
            }
        }
        boolean single = plain.indexOf(' ') < 0;
        Entity found = null;
        for (Entity entity : entities) {
            String known = plain(entity.name);
            boolean surname = entity.isPerson() && single && known.endsWith(" " + plain);
            boolean longer = !entity.isPerson() && !person && known.endsWith(" " + plain) && plain.length() > 3;
            boolean acronym =
                    !entity.isPerson() && single && acronym(entity.name).equalsIgnoreCase(plain);
            if (surname || longer || acronym) {
                found = entity;
            }
        }
        return found;
    }

    private static String acronym(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                letters.append(word.charAt(0));
            }
        }
        return letters.length() > 1 ? letters.toString() : "";
    }

    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }
}
