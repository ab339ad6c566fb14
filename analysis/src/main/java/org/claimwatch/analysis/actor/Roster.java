package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.claimwatch.analysis.actor.NameScan.Name;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Everybody whom an article names: one entity for all the forms of a name. */
final class Roster {
    private static final Pattern DEMONYM = Pattern.compile(".*(?:i|an|ian|ese|ish|ische[rsnm]?)");

    /** No article names more; what lies beyond them in a longer text is read as plain words. */
    private static final int MOST_NAMES = 20_000;

    private static final int ROOT = 3;

    /** No "Ms Marrow" is Grant Marrow. */
    private static final double OTHER_GENDER = -10;

    private final List<Entity> entities = new ArrayList<>();
    private final Map<String, Entity> byName = new HashMap<>();
    private final Map<String, List<Entity>> byWord = new HashMap<>();
    private final Map<String, Entity> byAcronym = new HashMap<>();

    static Roster of(SegmentedText text) {
        Roster roster = new Roster();
        List<Name> names = NameScan.of(text);
        names = names.subList(0, Math.min(MOST_NAMES, names.size()));
        Kinds kinds = new Kinds(names);
        // Long names first, so that a surname, or a ministry without its country, finds the whole name.
        names.stream()
                .sorted(Comparator.comparingInt((Name n) -> -n.words().size()))
                .forEach(name -> roster.add(name, kinds.of(name), kinds.isPlace(name)));
        roster.addDemonyms(text);
        return roster;
    }

    /** "Karethi" says that Kareth is a country. */
    private void addDemonyms(SegmentedText text) {
        Map<String, List<Token>> capitals = new HashMap<>();
        text.tokens().stream()
                .filter(token -> token.isCapitalised() && token.text().length() > ROOT)
                .limit(MOST_NAMES)
                .forEach(token -> capitals.computeIfAbsent(token.lower().substring(0, ROOT), k -> new ArrayList<>())
                        .add(token));
        for (Entity entity : List.copyOf(entities)) {
            String name = entity.name;
            boolean one = entity.isOrganisation() && name.indexOf(' ') < 0 && name.length() > ROOT;
            if (!one || Words.isOrganisation(name)) {
                continue;
            }
            for (Token token : capitals.getOrDefault(plain(name).substring(0, ROOT), List.of())) {
                if (isDemonym(token.lower(), name)) {
                    entity.place = true;
                    entity.demonym = token.text();
                    entity.mentions.add(new TextSpan(token.start(), token.end()));
                    Entity adjective = byName.get(token.lower());
                    if (adjective != null && adjective.isOrganisation()) {
                        entities.remove(adjective);
                        byName.remove(token.lower());
                    }
                }
            }
        }
    }

    /** Whether a word in lower case is the adjective of a place. */
    static boolean isDemonym(String word, String place) {
        String root = plain(place);
        return root.length() > ROOT
                && word.startsWith(root.substring(0, root.length() - 1))
                && word.length() > place.length()
                && word.length() <= place.length() + 3
                && DEMONYM.matcher(word).matches();
    }

    List<Entity> entities() {
        return entities;
    }

    /** Somebody whom no name of the text named yet. */
    Entity add(String name, ActorKind kind) {
        Entity entity = new Entity(name, kind);
        entities.add(entity);
        index(entity, name);
        return entity;
    }

    private void index(Entity entity, String name) {
        String plain = plain(name);
        byName.putIfAbsent(plain, entity);
        List<String> words = List.of(plain.split(" ", -1));
        byWord.computeIfAbsent(words.getFirst(), k -> new ArrayList<>()).add(entity);
        int from = entity.isPerson() ? 1 : Math.max(1, words.size() - 1);
        words.subList(from, words.size())
                .forEach(word ->
                        byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(entity));
        String acronym = acronym(name);
        if (!acronym.isEmpty() && entity.isOrganisation()) {
            byAcronym.putIfAbsent(acronym, entity);
        }
    }

    private void add(Name name, ActorKind kind, boolean placed) {
        Entity entity = find(name.text(), name.titled(), placed, e -> bears(e, name));
        if (entity == null) {
            entity = add(name.text(), kind);
        } else if (!entity.name.equals(name.text())) {
            entity.aliases.add(name.text());
            byName.putIfAbsent(plain(name.text()), entity);
        }
        boolean surname = entity.isPerson() && name.words().size() == 1 && !entity.name.equals(name.text());
        boolean given =
                entity.isPerson() && GivenNames.isKnown(name.words().getFirst().text());
        entity.evident |= entity.isPerson() && (name.titled() || !name.after().isEmpty() || surname || given);
        entity.mentions.add(name.span());
        entity.outlet |= name.words().stream().anyMatch(w -> OutletNouns.isOutlet(w.lower()));
        entity.place |= !entity.isPerson()
                && name.words().stream().noneMatch(w -> Words.isOrganisation(w.lower()))
                && (Places.isCountry(name.text())
                        || Places.governedFrom(name.text()) != null
                        || (name.placed() && !name.body() && name.words().size() == 1));
        if (entity.isPerson()) {
            if (entity.gender == Gender.UNKNOWN && name.words().size() > 1) {
                entity.gender = GivenNames.gender(name.words().getFirst().text());
            }
            describe(entity, name.before());
            describe(entity, name.after());
        } else {
            name.kind().ifPresent(entity.roles::add);
        }
    }

    private static void describe(Entity person, List<Token> role) {
        boolean superior = false;
        boolean own = false;
        for (Token token : role) {
            superior |= own && (token.is("of") || token.is("to"));
            own |= RoleNouns.isRole(token.lower());
            if (!token.isWord() || (superior && RoleNouns.isRole(token.lower()))) {
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
        return find(name, titled, false, e -> 0);
    }

    /** How likely somebody of that surname is meant: by "Mr" or "Ms", the role beside it, and who was last named. */
    private static double bears(Entity entity, Name name) {
        double likely = 0;
        for (Token word : name.before()) {
            Gender gender = Gender.of(word.lower());
            likely += gender.agreesWith(entity.gender) ? 0 : OTHER_GENDER;
            likely += word.isWord() && entity.roles.contains(word.lower()) ? 1 : 0;
        }
        int last = entity.lastBefore(name.span().start());
        return likely + (last < 0 ? -1 : (double) last / name.span().start());
    }

    private @Nullable Entity find(String name, boolean titled, boolean placed, ToDoubleFunction<Entity> bears) {
        String plain = plain(name);
        Entity exact = byName.get(plain);
        if (exact != null && !(exact.isPerson() && titled && !plain(exact.name).equals(plain))) {
            return exact;
        }
        boolean single = plain.indexOf(' ') < 0;
        String last = plain.substring(plain.lastIndexOf(' ') + 1);
        String first = single ? plain : plain.substring(0, plain.indexOf(' '));
        List<Entity> candidates = new ArrayList<>(byWord.getOrDefault(last, List.of()));
        candidates.addAll(byWord.getOrDefault(first, List.of()));
        Optional<Entity> found = candidates.stream()
                .distinct()
                .filter(entity -> shortens(plain, single, titled, placed, entity))
                .filter(entity -> !entity.isPerson() || bears.applyAsDouble(entity) > OTHER_GENDER / 2)
                .reduce((one, other) ->
                        one.isPerson() && other.isPerson() && bears.applyAsDouble(other) > bears.applyAsDouble(one)
                                ? other
                                : one);
        return found.orElseGet(() -> single && !titled ? byAcronym.get(plain) : null);
    }

    private static boolean shortens(String plain, boolean single, boolean titled, boolean placed, Entity entity) {
        String known = plain(entity.name);
        if (entity.isPerson()) {
            boolean surname = known.endsWith(" " + plain) && (single ? !placed || entity.evident : true);
            boolean given = !placed && single && known.startsWith(plain + " ");
            // "Almeida" of "Jorge Luis Almeida da Costa"
            boolean inner = !placed && plain.length() > ROOT && known.contains(" " + plain + " ");
            return surname || given || inner;
        }
        return entity.isOrganisation()
                && !titled
                && plain.length() > 3
                && (known.endsWith(" " + plain) || known.startsWith(plain + " of ") || known.startsWith(plain + " "))
                && (!single
                        || Words.isOrganisation(plain)
                        || (!placed && known.startsWith(plain + " ") && !Places.isCountry(plain)));
    }

    static String acronym(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                letters.append(word.charAt(0));
            }
        }
        return letters.length() > 1 ? letters.toString().toLowerCase(Locale.ROOT) : "";
    }

    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }
}
