package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.claimwatch.analysis.actor.NameScan.Name;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Everybody whom an article names: one entity for all the forms of a name. */
final class Roster {
    private static final Pattern DEMONYM = Pattern.compile(".*(?:i|an|ian|ese|ish|ische[rsnm]?)");

    private final List<Entity> entities = new ArrayList<>();

    static Roster of(SegmentedText text) {
        Roster roster = new Roster();
        // Long names first, so that a surname, or a ministry without its country, finds the whole name.
        NameScan.of(text).stream()
                .sorted(Comparator.comparingInt((Name n) -> -n.words().size()))
                .forEach(roster::add);
        for (Entity entity : List.copyOf(roster.entities)) {
            if (entity.isOrganisation()) {
                roster.addDemonyms(entity, text);
            }
        }
        return roster;
    }

    /** "Karethi" says that Kareth is a country. */
    private void addDemonyms(Entity entity, SegmentedText text) {
        String name = entity.name;
        if (name.indexOf(' ') >= 0 || name.length() < 4 || Words.isOrganisation(name)) {
            return;
        }
        String stem = plain(name).substring(0, name.length() - 1);
        for (Token token : text.tokens()) {
            String word = token.lower();
            boolean demonym = token.isCapitalised()
                    && word.startsWith(stem)
                    && word.length() > name.length()
                    && word.length() <= name.length() + 3
                    && DEMONYM.matcher(word).matches();
            if (demonym) {
                entity.place = true;
                entity.mentions.add(new TextSpan(token.start(), token.end()));
                entities.removeIf(e -> e.isOrganisation() && plain(e.name).equals(word));
            }
        }
    }

    List<Entity> entities() {
        return entities;
    }

    private void add(Name name) {
        ActorKind kind = kind(name);
        Entity entity = find(name.text(), name.titled(), name.placed());
        if (entity == null) {
            entity = new Entity(name.text(), kind);
            entities.add(entity);
        } else if (!entity.name.equals(name.text())) {
            entity.aliases.add(name.text());
        }
        boolean surname = entity.isPerson() && name.words().size() == 1 && !entity.name.equals(name.text());
        entity.evident |= entity.isPerson() && (name.titled() || !name.after().isEmpty() || surname);
        entity.mentions.add(name.span());
        entity.outlet |= name.words().stream().anyMatch(w -> OutletNouns.isOutlet(w.lower()));
        entity.place |= !entity.isPerson()
                && name.words().stream().noneMatch(w -> Words.isOrganisation(w.lower()))
                && (name.placed() || Places.isCountry(name.text()));
        if (entity.isPerson()) {
            describe(entity, name.before());
            describe(entity, name.after());
        }
    }

    private static ActorKind kind(Name name) {
        boolean organisation = name.words().stream().anyMatch(w -> Words.isOrganisation(w.lower()) || w.is("&"));
        boolean shouted = name.words().size() == 1
                && name.text().length() <= 5
                && name.text().equals(name.text().toUpperCase(Locale.ROOT));
        boolean loud =
                name.text().length() > 5 && name.text().equals(name.text().toUpperCase(Locale.ROOT));
        boolean full = !name.definite()
                && !loud
                && !name.placed()
                && name.words().size() > 1
                && name.words().size() < 5
                && name.words().stream().noneMatch(w -> w.is("and") || w.is("for"));
        boolean person = name.titled() || full || (!name.after().isEmpty() && !name.definite());
        return !organisation && !shouted && person && !Places.isCountry(name.text())
                ? ActorKind.PERSON
                : ActorKind.ORGANISATION;
    }

    private static void describe(Entity person, List<Token> role) {
        for (Token token : role) {
            if (!token.isWord()) {
                continue;
            }
            person.roles.add(token.lower());
            Gender gender = Gender.of(token.lower());
            boolean known = gender == Gender.FEMALE || gender == Gender.MALE;
            person.gender = known && !token.is("her") && !token.is("his") && !token.is("him") ? gender : person.gender;
        }
        if (person.affiliation == null) {
            person.affiliation = Affiliations.of(role).orElse(null);
        }
    }

    /**
     * The entity that a name stands for: of the same name, a person of that surname, or one whose name it shortens.
     *
     * @param titled whether a title says that it is a person's
     */
    @Nullable Entity find(String name, boolean titled) {
        return find(name, titled, false);
    }

    private @Nullable Entity find(String name, boolean titled, boolean placed) {
        String plain = plain(name);
        for (Entity entity : entities) {
            if (plain(entity.name).equals(plain) || entity.aliases.stream().anyMatch(a -> plain(a).equals(plain))) {
                return entity;
            }
        }
        boolean single = plain.indexOf(' ') < 0;
        for (Entity entity : entities) {
            String known = plain(entity.name);
            boolean surname = entity.isPerson() && !placed && single && known.endsWith(" " + plain);
            boolean given = entity.isPerson() && !placed && single && known.startsWith(plain + " ");
            boolean shorter = entity.isOrganisation()
                    && !titled
                    && plain.length() > 3
                    && (known.endsWith(" " + plain) || known.startsWith(plain + " of "))
                    && (!single || Words.isOrganisation(plain));
            boolean acronym =
                    entity.isOrganisation() && single && acronym(entity.name).equalsIgnoreCase(plain);
            if (surname || given || shorter || acronym) {
                return entity;
            }
        }
        return null;
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
